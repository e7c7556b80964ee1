/// A program that uses Domcaps.
module org.example.capabilities {
    requires org.domcaps.library;
}
