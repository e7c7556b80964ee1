package org.domcaps.cli;

import org.domcaps.driver.EmulatorOffer.Machine;

import java.util.Comparator;

/// Machine types as a person looks for them: the default, those with another name, then by name; of
/// one family the newest version first, with numbers compared as numbers.
///
/// QEMU itself tells them in the order of a hash table.
final class MachineOrder implements Comparator<Machine> {

    @Override
    public int compare(Machine one, Machine other) {
        int byRank = Integer.compare(rank(one), rank(other));
        return byRank != 0 ? byRank : byName(one.name(), other.name());
    }

    private static int rank(Machine machine) {
        return machine.isDefault() ? 0 : machine.alias().isPresent() ? 1 : 2;
    }

    private static int byName(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int endOne = run(one, i);
            int endOther = run(other, j);
            String left = one.substring(i, endOne);
            String right = other.substring(j, endOther);
            boolean numbers = isDigit(left.charAt(0)) && isDigit(right.charAt(0));
            int order = numbers ? -byNumber(left, right) : left.compareTo(right);
            if (order != 0) {
                return order;
            }
            i = endOne;
            j = endOther;
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    /// Where digits, or what is between digits, end.
    private static int run(String text, int from) {
        int end = from + 1;
        while (end < text.length() && isDigit(text.charAt(end)) == isDigit(text.charAt(from))) {
            end++;
        }
        return end;
    }

    private static int byNumber(String one, String other) {
        int byLength = Integer.compare(one.length(), other.length());
        return byLength != 0 ? byLength : one.compareTo(other);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
