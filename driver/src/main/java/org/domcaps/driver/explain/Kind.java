package org.domcaps.driver.explain;

import org.domcaps.document.DetailKey;
import org.domcaps.document.Element;

import java.util.Optional;

/// What a [Finding] is about; each kind has paths of its own form.
public enum Kind {
    /// A virt type: `virttype.kvm`.
    VIRT_TYPE("virttype"),
    /// A machine type, under its canonical name or an alias: `machine.q35`.
    MACHINE("machine"),
    /// A firmware descriptor file: `firmware.60-edk2-x86_64.json`.
    FIRMWARE("firmware"),
    /// A firmware image that a loader can name: `os.loader.value./usr/share/OVMF/OVMF_CODE.fd`.
    LOADER("os.loader.value"),
    /// An element that says `supported`: `devices.tpm`.
    ELEMENT(""),
    /// An enum: `devices.tpm.backendModel`.
    ENUM(""),
    /// A value of an enum: `devices.tpm.backendModel.emulator`.
    VALUE(""),
    /// A named CPU model of mode custom: `cpu.custom.EPYC-Genoa`. There is one answer for being
    /// listed and being usable: a model that is listed as not usable counts as not there.
    CPU_MODEL("cpu.custom"),
    /// A CPU feature of mode host-model: `cpu.host-model.avx2`.
    CPU_FEATURE("cpu.host-model"),
    /// A number, name or text that the document or one of its elements holds: `vcpu@max`,
    /// `features.sev.cbitpos`.
    DETAIL(""),
    /// What is said of a CPU model or of one of its features: `cpu.custom.EPYC@vendor`,
    /// `cpu.custom.EPYC.blockers.avx`, `cpu.host-model.avx2@policy`. There are thousands, so lists
    /// leave them out, see [Explanation#attributes].
    ATTRIBUTE("");

    private final String prefix;

    Kind(String prefix) {
        this.prefix = prefix;
    }

    /// What paths of this kind begin with, before a dot and the name; empty for the parts of the
    /// document, whose paths are those of [org.domcaps.document.Element] and
    /// [org.domcaps.document.EnumKey].
    public String prefix() {
        return prefix;
    }

    /// The kind that a detail of a document is of.
    static Kind of(DetailKey key) {
        boolean named = key.isRepeated() && key.element().filter(Element.SGX::equals).isEmpty();
        return named ? ATTRIBUTE : DETAIL;
    }

    /// The path of something of that name.
    public String path(String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    /// The name in a path of this kind; empty if the path is of another form.
    public Optional<String> nameIn(String path) {
        return !prefix.isEmpty()
                        && path.startsWith(prefix)
                        && path.length() > prefix.length() + 1
                        && path.charAt(prefix.length()) == '.'
                ? Optional.of(path.substring(prefix.length() + 1))
                : Optional.empty();
    }
}
