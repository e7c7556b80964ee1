package org.domcaps.library;

/// Hears how far long reading has come.
@FunctionalInterface
public interface ReadProgress {

    /// Hears nothing.
    ReadProgress NONE = (_, _) -> {};

    /// Called after each host, readable or not.
    ///
    /// @param done how many hosts are done
    /// @param total how many there are
    void read(int done, int total);
}
