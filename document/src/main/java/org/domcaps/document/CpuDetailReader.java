package org.domcaps.document;

import org.domcaps.document.Detail.CustomModels;
import org.domcaps.document.Detail.HostModel;
import org.domcaps.document.Detail.MaxPhysAddr;
import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects the children of the CPU modes `host-model` and `custom`.
sealed interface CpuDetailReader extends DetailReader {

    /// For `host-model`.
    final class OfHostModel implements CpuDetailReader {
        private Optional<String> model = Optional.empty();
        private String fallback = "";
        private Optional<String> vendor = Optional.empty();
        private Optional<MaxPhysAddr> maxPhysAddr = Optional.empty();
        private final List<CpuFeature> features = new ArrayList<>();

        @Override
        public boolean take(ChildReader children, XmlElement child) {
            switch (child.name()) {
                case "model" -> {
                    if (!Leaf.hasJust(child, "fallback")) {
                        return false;
                    }
                    model = Optional.of(child.text().strip());
                    fallback = child.requireAttribute("fallback");
                }
                case "vendor" -> {
                    if (!Leaf.isText(child)) {
                        return false;
                    }
                    vendor = Optional.of(child.text().strip());
                }
                case "maxphysaddr" -> {
                    if (!Leaf.isEmptyWith(child, "mode", "limit")) {
                        return false;
                    }
                    maxPhysAddr = Optional.of(maxPhysAddr(child));
                }
                case "feature" -> {
                    return feature(child);
                }
                default -> {
                    return false;
                }
            }
            children.once("<" + child.name() + ">", child);
            return true;
        }

        private static MaxPhysAddr maxPhysAddr(XmlElement child) {
            long limit = Leaf.number(child, "limit");
            if (limit > Integer.MAX_VALUE) {
                throw child.fault("attribute 'limit' of <maxphysaddr> is too large: " + limit);
            }
            return new MaxPhysAddr(child.requireAttribute("mode"), (int) limit);
        }

        private boolean feature(XmlElement child) {
            if (!Leaf.isEmptyWith(child, "policy", "name")) {
                return false;
            }
            String policy = child.requireAttribute("policy");
            features.add(
                    new CpuFeature(
                            FeaturePolicy.find(policy)
                                    .orElseThrow(() ->
                                            child.fault(
                                                    "unknown feature policy '"
                                                            + Quote.of(policy)
                                                            + "'")),
                            child.requireAttribute("name")));
            return true;
        }

        @Override
        public boolean isComplete() {
            return model.isPresent()
                    || vendor.isEmpty() && maxPhysAddr.isEmpty() && features.isEmpty();
        }

        @Override
        public Detail detail() {
            return model.isPresent()
                    ? new HostModel(model.get(), fallback, vendor, maxPhysAddr, features)
                    : new Detail.None();
        }
    }

    /// For `custom`.
    final class OfCustom implements CpuDetailReader {
        private final List<CpuModel> models = new ArrayList<>();
        // Whether <blockers> may follow: right after a model, at most one.
        private boolean open;

        @Override
        public boolean take(ChildReader children, XmlElement child) {
            return switch (child.name()) {
                case "model" -> model(child);
                case "blockers" -> blockers(child);
                default -> false;
            };
        }

        private boolean model(XmlElement child) {
            Optional<String> usable = child.attribute("usable");
            if (usable.isEmpty() || !child.children().isEmpty()) {
                open = false;
                return false;
            }
            List<XmlAttribute> others = new ArrayList<>();
            for (XmlAttribute attribute : child.attributes()) {
                if (Leaf.isOther(attribute, "usable", "deprecated", "vendor", "canonical")) {
                    others.add(attribute);
                }
            }
            models.add(
                    new CpuModel(
                            child.text().strip(),
                            CpuModel.Usable.find(usable.get())
                                    .orElseThrow(() ->
                                            child.fault(
                                                    "attribute 'usable' of <model> must be 'yes',"
                                                            + " 'no' or 'unknown', not '"
                                                            + Quote.of(usable.get())
                                                            + "'")),
                            child.attribute("deprecated")
                                    .map(text -> Leaf.yesNo(child, "deprecated", text))
                                    .orElse(Support.NOT_REPORTED),
                            child.attribute("vendor"),
                            child.attribute("canonical"),
                            List.of(),
                            others.isEmpty() ? Extras.NONE : new Extras(others, List.of())));
            open = true;
            return true;
        }

        private boolean blockers(XmlElement child) {
            if (!open
                    || child.children().isEmpty()
                    || child.attributes().size() != 1
                    || !child.text().isBlank()
                    || !child.attribute("model").equals(Optional.of(models.getLast().name()))) {
                return false;
            }
            List<String> names = new ArrayList<>(child.children().size());
            for (XmlElement feature : child.children()) {
                if (!feature.name().equals("feature") || !Leaf.isEmptyWith(feature, "name")) {
                    return false;
                }
                names.add(feature.requireAttribute("name"));
            }
            CpuModel last = models.removeLast();
            models.add(
                    new CpuModel(
                            last.name(),
                            last.usable(),
                            last.deprecated(),
                            last.vendor(),
                            last.canonical(),
                            names,
                            last.extras()));
            open = false;
            return true;
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public Detail detail() {
            return new CustomModels(models);
        }
    }
}
