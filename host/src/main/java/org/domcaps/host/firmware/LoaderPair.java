package org.domcaps.host.firmware;

import java.util.Objects;
import java.util.Optional;

/// An image that can be a domain's loader, with the template of its variables.
///
/// @param image the path of the image, as a descriptor or the configuration names it
/// @param template the path of the template; empty if the image goes without
public record LoaderPair(String image, Optional<String> template) {

    /// Checks that nothing is null.
    public LoaderPair {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(template, "template");
    }

    /// Written out, because the one that a record has by itself is linked at the first call, which
    /// costs every start of the command some milliseconds.
    @Override
    public int hashCode() {
        return 31 * image.hashCode() + template.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoaderPair pair
                && image.equals(pair.image)
                && template.equals(pair.template);
    }

    /// An image with a template.
    public static LoaderPair of(String image, String template) {
        return new LoaderPair(image, Optional.of(template));
    }

    /// An image without a template.
    public static LoaderPair of(String image) {
        return new LoaderPair(image, Optional.empty());
    }
}
