package org.domcaps.cli;

import java.util.List;

/// Help pages as a terminal shows them. Colour is not used, so that pages can be piped and
/// searched.
final class HelpPage {

    private static final int GAP = 2;

    private final StringBuilder out = new StringBuilder();
    private final int width;

    private HelpPage(int width) {
        this.width = width;
    }

    /// The page of the whole command.
    static String overview(int width) {
        HelpPage page = new HelpPage(width);
        page.line(
                "domcaps - what a hypervisor can run on this host, as libvirt's domain"
                        + " capabilities");
        page.heading("Usage");
        page.line("  domcaps COMMAND [OPTIONS]");
        page.line("  domcaps --help | --version");
        page.heading("Commands");
        int column = 0;
        for (CommandSpec spec : CommandTable.specs()) {
            column = Math.max(column, spec.name().length());
        }
        for (CommandSpec spec : CommandTable.specs()) {
            page.row(spec.name(), column, spec.summary());
        }
        page.examples(Manual.OVERVIEW.examples());
        page.exitCodes(Manual.OVERVIEW.exits());
        page.out.append('\n');
        page.paragraph("'domcaps COMMAND --help' tells more about a command.");
        return page.out.toString();
    }

    /// The page of one command.
    static String of(CommandEntry entry, int width) {
        HelpPage page = new HelpPage(width);
        CommandSpec spec = entry.spec();
        Manual manual = entry.manual();
        page.line("domcaps " + spec.name() + " - " + spec.summary());
        page.heading("Usage");
        page.line("  " + synopsis(spec));
        for (String paragraph : manual.paragraphs()) {
            page.out.append('\n');
            page.paragraph(paragraph);
        }
        int column = 0;
        for (OptionSpec option : spec.options()) {
            column = Math.max(column, option.usage().length());
        }
        for (OptionGroup group : spec.groups()) {
            page.heading(group.title());
            for (OptionSpec option : group.options()) {
                page.row(option.usage(), column, option.text());
            }
        }
        page.examples(manual.examples());
        page.exitCodes(manual.exits());
        return page.out.toString();
    }

    /// How a command is called: `domcaps record DIR [OPTIONS]`.
    static String synopsis(CommandSpec spec) {
        StringBuilder synopsis = new StringBuilder("domcaps ").append(spec.name());
        for (OperandSpec operand : spec.operands()) {
            synopsis.append(' ').append(operand.usage());
        }
        return synopsis.append(spec.options().size() > 1 ? " [OPTIONS]" : "").toString();
    }

    private void examples(List<Manual.Example> examples) {
        heading("Examples");
        for (Manual.Example example : examples) {
            line("  # " + example.what());
            line("  " + example.line());
        }
    }

    private void exitCodes(List<Manual.Exit> exits) {
        heading("Exit codes");
        for (Manual.Exit exit : exits) {
            row(Integer.toString(exit.code().number()), 1, exit.meaning());
        }
    }

    private void heading(String title) {
        out.append('\n').append(title).append(":\n");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void row(String left, int column, String right) {
        out.append(" ".repeat(GAP)).append(left).append(" ".repeat(column - left.length() + GAP));
        int indent = column + 2 * GAP;
        wrap(right, indent, indent);
    }

    private void paragraph(String text) {
        wrap(text, 0, 0);
    }

    /// Puts as many words on a line as fit. `at` is the column where the first one goes, `indent`
    /// where later lines do.
    private void wrap(String text, int at, int indent) {
        int column = at;
        boolean first = true;
        for (String word : text.split(" ")) {
            if (!first && column + 1 + word.length() > width) {
                out.append('\n').append(" ".repeat(indent));
                column = indent;
                first = true;
            }
            out.append(first ? "" : " ").append(word);
            column += word.length() + (first ? 0 : 1);
            first = false;
        }
        out.append('\n');
    }
}
