package org.domcaps.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What the document says about one [Element].
///
/// @param support [Support#YES] or [Support#NO]; an element that is not reported has no block
/// @param enums the reported enums in document order, including those that Domcaps does not know
/// @param detail what the element holds besides enums
/// @param extras attributes and children beyond the known format
public record Block(Support support, List<ValueEnum> enums, Detail detail, Extras extras) {

    private static final Block PLAIN_YES =
            new Block(Support.YES, List.of(), new Detail.None(), Extras.NONE);
    private static final Block PLAIN_NO =
            new Block(Support.NO, List.of(), new Detail.None(), Extras.NONE);

    /// Checks and copies.
    public Block {
        if (support == Support.NOT_REPORTED) {
            throw new IllegalArgumentException("an element that is not reported has no block");
        }
        enums = List.copyOf(enums);
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(extras, "extras");
    }

    /// A block that only says yes or no.
    public static Block of(boolean supported) {
        return supported ? PLAIN_YES : PLAIN_NO;
    }

    /// A supported block that holds just enums.
    public static Block of(List<ValueEnum> enums) {
        return new Block(Support.YES, enums, new Detail.None(), Extras.NONE);
    }

    /// A supported block with enums and a detail.
    public static Block of(List<ValueEnum> enums, Detail detail) {
        return new Block(Support.YES, enums, detail, Extras.NONE);
    }

    /// The values of an enum; empty if the enum is not reported.
    public Optional<List<String>> values(String enumName) {
        for (ValueEnum valueEnum : enums) {
            if (valueEnum.name().equals(enumName)) {
                return Optional.of(valueEnum.values());
            }
        }
        return Optional.empty();
    }
}
