/// What the tests of all modules share; never a dependency of the product.
module org.domcaps.testkit {
    requires java.xml;

    exports org.domcaps.testkit;
}
