package org.domcaps.document;

import org.domcaps.document.Detail.HypervDefaults;
import org.domcaps.document.Detail.LoaderPaths;
import org.domcaps.document.Detail.Sev;
import org.domcaps.xml.XmlElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Collects the children of a block that make up its [Detail].
sealed interface DetailReader
        permits CpuDetailReader,
                SgxReader,
                DetailReader.Nothing,
                DetailReader.OfLoader,
                DetailReader.OfSev,
                DetailReader.OfHyperv {

    /// Takes a child that belongs to the detail; `false` if it does not or has another shape than
    /// the format gives it.
    ///
    /// @throws org.domcaps.xml.XmlException if the child holds a value that the format does not
    ///   have
    boolean take(ChildReader children, XmlElement child);

    /// Whether there is enough for a detail, or nothing at all.
    boolean isComplete();

    /// The detail of a supported element; only if it is complete.
    Detail detail();

    /// A fresh reader for the kind of detail that an element has.
    static DetailReader of(Element element) {
        return switch (element) {
            case LOADER -> new OfLoader();
            case HOST_MODEL -> new CpuDetailReader.OfHostModel();
            case CUSTOM -> new CpuDetailReader.OfCustom();
            case SEV -> new OfSev();
            case SGX -> new SgxReader();
            case HYPERV -> new OfHyperv();
            default -> new Nothing();
        };
    }

    /// For elements without a detail.
    record Nothing() implements DetailReader {
        @Override
        public boolean take(ChildReader children, XmlElement child) {
            return false;
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public Detail detail() {
            return new Detail.None();
        }
    }

    /// For the loader.
    final class OfLoader implements DetailReader {
        private final List<String> paths = new ArrayList<>();

        @Override
        public boolean take(ChildReader children, XmlElement child) {
            return child.name().equals("value") && Leaf.isText(child) && paths.add(child.text());
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public Detail detail() {
            return new LoaderPaths(paths);
        }
    }

    /// For SEV.
    final class OfSev implements DetailReader {
        private OptionalLong cbitpos = OptionalLong.empty();
        private OptionalLong reducedPhysBits = OptionalLong.empty();
        private OptionalLong maxGuests = OptionalLong.empty();
        private OptionalLong maxEsGuests = OptionalLong.empty();
        private Optional<String> cpu0Id = Optional.empty();
        private boolean any;

        @Override
        public boolean take(ChildReader children, XmlElement child) {
            if (!Leaf.isText(child)) {
                return false;
            }
            switch (child.name()) {
                case "cbitpos" -> cbitpos = OptionalLong.of(Leaf.number(child));
                case "reducedPhysBits" -> reducedPhysBits = OptionalLong.of(Leaf.number(child));
                case "maxGuests" -> maxGuests = OptionalLong.of(Leaf.number(child));
                case "maxESGuests" -> maxEsGuests = OptionalLong.of(Leaf.number(child));
                case "cpu0Id" -> cpu0Id = Optional.of(child.text().strip());
                default -> {
                    return false;
                }
            }
            children.once("<" + child.name() + ">", child);
            any = true;
            return true;
        }

        @Override
        public boolean isComplete() {
            return !any || cbitpos.isPresent() && reducedPhysBits.isPresent();
        }

        @Override
        public Detail detail() {
            return any
                    ? new Sev(
                            cbitpos.orElseThrow(),
                            reducedPhysBits.orElseThrow(),
                            maxGuests,
                            maxEsGuests,
                            cpu0Id)
                    : new Detail.None();
        }
    }

    /// For Hyper-V.
    final class OfHyperv implements DetailReader {
        private Detail defaults = new Detail.None();

        @Override
        public boolean take(ChildReader children, XmlElement child) {
            if (!child.name().equals("defaults")
                    || !child.attributes().isEmpty()
                    || child.children().isEmpty()
                    || !child.text().isBlank()) {
                return false;
            }
            Defaults found = new Defaults();
            for (XmlElement inner : child.children()) {
                if (!Leaf.isText(inner) || !found.take(inner)) {
                    return false;
                }
            }
            children.once("<defaults>", child);
            defaults = found.toDetail();
            return true;
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public Detail detail() {
            return defaults;
        }
    }

    /// The children of `<defaults>` so far.
    final class Defaults {
        private final ChildReader inside = new ChildReader();
        private OptionalLong spinlocks = OptionalLong.empty();
        private Optional<Boolean> stimerDirect = Optional.empty();
        private Optional<Boolean> tlbflushDirect = Optional.empty();
        private Optional<Boolean> tlbflushExtended = Optional.empty();
        private Optional<String> vendorId = Optional.empty();

        private boolean take(XmlElement inner) {
            switch (inner.name()) {
                case "spinlocks" -> spinlocks = OptionalLong.of(Leaf.number(inner));
                case "stimer_direct" -> stimerDirect = Optional.of(Leaf.choice(inner, "on", "off"));
                case "tlbflush_direct" ->
                        tlbflushDirect = Optional.of(Leaf.choice(inner, "on", "off"));
                case "tlbflush_extended" ->
                        tlbflushExtended = Optional.of(Leaf.choice(inner, "on", "off"));
                case "vendor_id" -> vendorId = Optional.of(inner.text());
                default -> {
                    return false;
                }
            }
            inside.once("<" + inner.name() + ">", inner);
            return true;
        }

        private HypervDefaults toDetail() {
            return new HypervDefaults(
                    spinlocks, stimerDirect, tlbflushDirect, tlbflushExtended, vendorId);
        }
    }
}
