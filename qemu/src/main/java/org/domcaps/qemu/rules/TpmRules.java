package org.domcaps.qemu.rules;

import static org.domcaps.document.EnumKey.TPM_BACKEND_MODEL;
import static org.domcaps.document.EnumKey.TPM_BACKEND_VERSION;
import static org.domcaps.document.EnumKey.TPM_MODEL;
import static org.domcaps.qemu.rules.QemuCondition.anyType;
import static org.domcaps.qemu.rules.QemuCondition.host;
import static org.domcaps.qemu.rules.QemuCondition.type;
import static org.domcaps.rule.Condition.all;
import static org.domcaps.rule.Condition.any;
import static org.domcaps.rule.Condition.anyOf;
import static org.domcaps.rule.Rule.reported;
import static org.domcaps.rule.Rule.supported;
import static org.domcaps.rule.Rule.value;

import org.domcaps.document.Element;
import org.domcaps.qemu.Question.TpmModelListed;
import org.domcaps.qemu.Question.TpmTypeListed;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Rule;

import java.util.List;

/// `<tpm>`. Until 11.x two QMP commands told models and back ends, since 12.0 the type list does.
final class TpmRules {

    private TpmRules() {}

    static List<Rule<Situation>> rows() {
        return List.of(
                supported(Element.TPM, anyOf(TPM_MODEL)),
                value(TPM_MODEL, "tpm-tis", model("tpm-tis")).until(12, 0),
                value(TPM_MODEL, "tpm-tis", anyType("tpm-tis", "tpm-tis-device", "tpm-tis-i2c"))
                        .since(12, 0),
                value(TPM_MODEL, "tpm-crb", model("tpm-crb")).until(12, 0),
                value(TPM_MODEL, "tpm-crb", type("tpm-crb")).since(12, 0),
                value(TPM_MODEL, "tpm-spapr", any(model("tpm-spapr"), type("tpm-spapr")))
                        .until(12, 0),
                value(TPM_MODEL, "tpm-spapr", type("tpm-spapr")).since(12, 0),
                value(TPM_MODEL, "spapr-tpm-proxy", type("spapr-tpm-proxy")),
                value(TPM_BACKEND_MODEL, "passthrough", backend("passthrough")).until(12, 0),
                value(TPM_BACKEND_MODEL, "passthrough", type("tpm-passthrough")).since(12, 0),
                value(TPM_BACKEND_MODEL, "emulator", swtpm(backend("emulator"))).until(12, 0),
                value(TPM_BACKEND_MODEL, "emulator", swtpm(type("tpm-emulator"))).since(12, 0),
                value(TPM_BACKEND_MODEL, "external", swtpm(backend("emulator"))).until(12, 0),
                value(TPM_BACKEND_MODEL, "external", swtpm(type("tpm-emulator"))).since(12, 0),
                // Never printed empty, and QEMU has no say in it.
                reported(TPM_BACKEND_VERSION, anyOf(TPM_BACKEND_VERSION)),
                value(TPM_BACKEND_VERSION, "1.2", swtpm(host(HostFact.SWTPM_1_2))),
                value(TPM_BACKEND_VERSION, "2.0", swtpm(host(HostFact.SWTPM_2_0))));
    }

    private static Condition<Situation> model(String name) {
        return new QemuCondition.Qemu(new TpmModelListed(name));
    }

    private static Condition<Situation> backend(String name) {
        return new QemuCondition.Qemu(new TpmTypeListed(name));
    }

    private static Condition<Situation> swtpm(Condition<Situation> and) {
        return all(host(HostFact.SWTPM), and);
    }
}
