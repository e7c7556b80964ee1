package org.domcaps.document;

import org.domcaps.document.Extras.ExtraElement;
import org.domcaps.document.Palette.Tone;
import org.domcaps.document.TextPage.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A page for people: what a host can run, what it cannot, and what nothing is said about.
///
/// Names and values are those of the document. An enum that is reported without values says
/// `nothing`; elements that are not reported stand in one row at the end of their section.
public final class DocumentText {

    private static final int MARGIN = 2;

    private final DomainCapabilities document;
    private final TextPage page;

    private DocumentText(DomainCapabilities document, TextPage page) {
        this.document = document;
        this.page = page;
    }

    /// The page.
    ///
    /// @param width columns of the screen; single words that are longer stick out
    public static String print(DomainCapabilities document, int width, Palette palette) {
        TextPage page = new TextPage(width, palette);
        DocumentText text = new DocumentText(document, page);
        text.guest();
        text.section("Firmware and boot", List.of(Element.OS), Place.OS);
        text.section("CPU", List.of(), Place.CPU);
        text.section(
                "Memory and threads",
                List.of(Element.IOTHREADS, Element.MEMORY_BACKING),
                Place.ROOT);
        text.section("Devices", List.of(), Place.DEVICES);
        text.section("Features", List.of(), Place.FEATURES);
        text.beyond();
        return page.print();
    }

    private void guest() {
        page.heading("Guest");
        head("emulator", document.path());
        head("virt type", document.domain());
        head("machine", document.machine());
        head("architecture", document.arch());
        OptionalLong most = document.vcpuMax();
        head(
                "virtual CPUs",
                most.isPresent() ? Optional.of("up to " + most.getAsLong()) : Optional.empty());
    }

    private void head(String label, Optional<String> text) {
        page.word(
                MARGIN, label, text.map(Word::plain).orElse(new Word(Tone.FAINT, "not reported")));
    }

    /// One section: the elements of the list, or all of the place, or both for `<os>`.
    private void section(String title, List<Element> listed, Place place) {
        List<Element> elements = new ArrayList<>(listed);
        for (Element element : Element.values()) {
            if (place != Place.ROOT && element.place() == place) {
                elements.add(element);
            }
        }
        page.heading(title);
        List<Word> silent = new ArrayList<>();
        for (Element element : elements) {
            Optional<Block> block = document.block(element);
            if (block.isPresent()) {
                block(element, block.get());
            } else {
                silent.add(new Word(Tone.FAINT, element.xmlName()));
            }
        }
        if (!silent.isEmpty()) {
            page.words(MARGIN, new Word(Tone.FAINT, "not reported"), silent);
        }
    }

    private void block(Element element, Block block) {
        boolean yes = block.support() == Support.YES;
        int indent = 2 * MARGIN;
        page.word(
                MARGIN,
                element.xmlName(),
                yes ? new Word(Tone.GOOD, "yes") : new Word(Tone.BAD, "no"));
        for (ValueEnum valueEnum : block.enums()) {
            List<Word> words = new ArrayList<>();
            for (String value : valueEnum.values()) {
                words.add(Word.plain(value));
            }
            if (words.isEmpty()) {
                words.add(new Word(Tone.FAINT, "nothing"));
            }
            page.words(indent, Word.plain(valueEnum.name()), words);
        }
        switch (block.detail()) {
            case Detail.None _ -> {}
            case Detail.LoaderPaths(List<String> paths) -> paths(indent, paths);
            case Detail.HostModel cpu -> TextCpu.hostModel(page, indent, cpu);
            case Detail.CustomModels(List<CpuModel> models) -> TextCpu.models(page, indent, models);
            case Detail.Sev sev -> sev(indent, sev);
            case Detail.Sgx sgx -> sgx(indent, sgx);
            case Detail.HypervDefaults defaults -> hyperv(indent, defaults);
        }
    }

    private void paths(int indent, List<String> paths) {
        List<Word> words = new ArrayList<>();
        for (String path : paths) {
            words.add(Word.plain(path));
        }
        if (words.isEmpty()) {
            words.add(new Word(Tone.FAINT, "nothing"));
        }
        page.lines(indent, "images", words);
    }

    private void sev(int indent, Detail.Sev sev) {
        page.word(indent, "C-bit position", Word.plain(Long.toString(sev.cbitpos())));
        page.word(indent, "address bits lost", Word.plain(Long.toString(sev.reducedPhysBits())));
        number(indent, "guests", sev.maxGuests());
        number(indent, "SEV-ES guests", sev.maxEsGuests());
        sev.cpu0Id().ifPresent(id -> page.word(indent, "processor 0", Word.plain(id)));
    }

    private void number(int indent, String label, OptionalLong count) {
        if (count.isPresent()) {
            page.word(indent, label, Word.plain("up to " + count.getAsLong()));
        }
    }

    private void sgx(int indent, Detail.Sgx sgx) {
        List<Word> versions = new ArrayList<>();
        addIf(versions, sgx.sgx1(), "sgx1");
        addIf(versions, sgx.sgx2(), "sgx2");
        addIf(versions, sgx.flc(), "flc");
        if (versions.isEmpty()) {
            versions.add(new Word(Tone.FAINT, "nothing"));
        }
        page.words(indent, Word.plain("offers"), versions);
        page.word(indent, "enclave memory", Word.plain(sgx.sectionSizeKib() + " KiB"));
        for (Detail.SgxSection section : sgx.sections()) {
            page.word(
                    indent + MARGIN,
                    "node " + section.node(),
                    Word.plain(section.sizeKib() + " KiB"));
        }
    }

    private static void addIf(List<Word> words, boolean there, String text) {
        if (there) {
            words.add(Word.plain(text));
        }
    }

    private void hyperv(int indent, Detail.HypervDefaults defaults) {
        List<Word> words = new ArrayList<>();
        defaults.spinlocks().ifPresent(count -> words.add(Word.plain("spinlocks=" + count)));
        defaults.stimerDirect().ifPresent(on -> words.add(onOff("stimer_direct", on)));
        defaults.tlbflushDirect().ifPresent(on -> words.add(onOff("tlbflush_direct", on)));
        defaults.tlbflushExtended().ifPresent(on -> words.add(onOff("tlbflush_extended", on)));
        defaults.vendorId().ifPresent(id -> words.add(Word.plain("vendor_id='" + id + "'")));
        if (!words.isEmpty()) {
            page.words(indent, Word.plain("defaults"), words);
        }
    }

    private static Word onOff(String name, boolean on) {
        return Word.plain(name + (on ? "=on" : "=off"));
    }

    /// What the document holds and Domcaps does not know.
    private void beyond() {
        List<Word> names = new ArrayList<>();
        for (Map.Entry<Place, Extras> entry : document.extras().entrySet()) {
            beyond(
                    names,
                    entry.getKey() == Place.ROOT ? "" : entry.getKey().xmlName() + ".",
                    entry.getValue());
        }
        for (Map.Entry<Element, Block> entry : document.blocks().entrySet()) {
            beyond(names, entry.getKey().path() + ".", entry.getValue().extras());
        }
        if (!names.isEmpty()) {
            page.heading("Beyond what this program knows");
            page.grid(MARGIN, names);
        }
    }

    private static void beyond(List<Word> names, String path, Extras extras) {
        extras.attributes()
                .forEach(attribute -> names.add(Word.plain(path + "@" + attribute.name())));
        for (ExtraElement extra : extras.elements()) {
            Optional<String> name = extra.element().attribute("name");
            names.add(
                    Word.plain(
                            path
                                    + extra.element().name()
                                    + name.map(text -> "[" + text + "]").orElse("")));
        }
    }
}
