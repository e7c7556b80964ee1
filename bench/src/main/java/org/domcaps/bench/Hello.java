package org.domcaps.bench;

/// The least that a Java program can be: it says one word.
final class Hello {

    private Hello() {}

    /// Says it.
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
