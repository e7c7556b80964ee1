/// Error codes and the root exception that every module of Domcaps throws.
module org.domcaps.error {
    exports org.domcaps.error;
}
