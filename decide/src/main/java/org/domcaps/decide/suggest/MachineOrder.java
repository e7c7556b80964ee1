package org.domcaps.decide.suggest;

import org.domcaps.decide.check.MachineKind;
import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which machine types and virt types are better than others.
final class MachineOrder {

    /// The best first.
    private static final List<String> VIRT_TYPES =
            List.of(
                    VirtType.KVM.xmlName(),
                    VirtType.HVF.xmlName(),
                    VirtType.HYPERV.xmlName(),
                    VirtType.XEN.xmlName(),
                    VirtType.BHYVE.xmlName());

    /// By virt type, then by kind of machine, then the newest version first.
    static final Comparator<Candidate> BEST_FIRST =
            Comparator.<Candidate>comparingInt(candidate -> virtType(candidate.virtType()))
                    .thenComparing(MachineOrder::kind)
                    .thenComparing(
                            candidate -> candidate.documents().getFirst().machine().orElse(""),
                            (left, right) -> compareVersions(right, left));

    private MachineOrder() {}

    /// Kinds in order of preference.
    private enum Preference {
        MODERN,
        OLD,
        OTHER
    }

    private static int virtType(String name) {
        int at = VIRT_TYPES.indexOf(name);
        return at < 0 ? VIRT_TYPES.size() : at;
    }

    private static Preference kind(Candidate candidate) {
        MachineKind kind =
                MachineKind.of(
                        Arch.find(candidate.arch()),
                        candidate.documents().getFirst().machine().orElse(""));
        return switch (kind) {
            case Q35, VIRT, PSERIES, S390_CCW -> Preference.MODERN;
            case I440FX -> Preference.OLD;
            case OTHER -> Preference.OTHER;
        };
    }

    /// Whether virtual machines are made of a machine type, and not just boards imitated.
    static boolean isUseful(Optional<Arch> arch, String machine) {
        return MachineKind.of(arch, machine) != MachineKind.OTHER;
    }

    /// Names with numbers in them, compared number by number: `pc-q35-9.1` is before `pc-q35-10.0`.
    static int compareVersions(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int endLeft = numberEnd(left, i);
            int endRight = numberEnd(right, j);
            int order;
            if (endLeft > i && endRight > j) {
                order = compareNumbers(left.substring(i, endLeft), right.substring(j, endRight));
                i = endLeft;
                j = endRight;
            } else {
                order = Character.compare(left.charAt(i), right.charAt(j));
                i++;
                j++;
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    private static int numberEnd(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String left, String right) {
        String bareLeft = left.replaceFirst("^0+(?=.)", "");
        String bareRight = right.replaceFirst("^0+(?=.)", "");
        int byLength = Integer.compare(bareLeft.length(), bareRight.length());
        return byLength != 0 ? byLength : bareLeft.compareTo(bareRight);
    }
}
