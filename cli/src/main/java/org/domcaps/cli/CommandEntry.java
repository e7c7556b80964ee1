package org.domcaps.cli;

/// Everything that the table of commands says about one command.
interface CommandEntry {

    /// Its name, operands and options.
    CommandSpec spec();

    /// The texts of its help page. Made only for that page.
    Manual manual();

    /// What runs it.
    Command newCommand();
}
