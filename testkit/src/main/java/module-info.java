/// What the tests of all modules share; never a dependency of the product.
module org.domcaps.testkit {
    exports org.domcaps.testkit;
}
