package org.domcaps.decide.suggest;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Reason;
import org.domcaps.decide.Severity;

import java.util.ArrayList;
import java.util.List;

/// A definition under construction: lines of XML, the reasons for them, and wishes that failed.
final class Draft {

    private static final int INDENT = 2;

    private final boolean comments;
    private final StringBuilder text = new StringBuilder(2048);
    private final List<Choice> choices = new ArrayList<>();
    private final List<Judgement> failures = new ArrayList<>();
    private int depth;

    /// An empty draft.
    ///
    /// @param comments whether reasons are written into the text
    Draft(boolean comments) {
        this.comments = comments;
    }

    /// Tells why the next lines are as they are.
    void because(String what, String why) {
        choices.add(new Choice(what, why));
        if (comments) {
            line("<!-- " + what + ": " + why.replace("--", "- -") + " -->");
        }
    }

    /// Opens an element; `tag` is its name and attributes.
    void open(String tag) {
        line("<" + tag + ">");
        depth++;
    }

    /// Closes an element.
    void close(String name) {
        depth--;
        line("</" + name + ">");
    }

    /// An element without content; `tag` is its name and attributes.
    void empty(String tag) {
        line("<" + tag + "/>");
    }

    /// An element with text.
    void element(String tag, String content) {
        int end = tag.indexOf(' ');
        String name = end < 0 ? tag : tag.substring(0, end);
        line("<" + tag + ">" + escaped(content) + "</" + name + ">");
    }

    /// Lines that were written by somebody else, moved to this depth.
    void block(String lines) {
        lines.lines().forEach(this::line);
    }

    private void line(String content) {
        text.repeat(' ', depth * INDENT).append(content).append('\n');
    }

    /// A value for an attribute in single quotes, or for text.
    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;");
    }

    /// A wish that these hosts do not fulfil.
    void fail(String wish, Outcome outcome, String message, Reason... reasons) {
        failures.add(
                new Judgement(
                        "wish." + wish, outcome, Severity.ERROR, wish, message, List.of(reasons)));
    }

    List<Judgement> failures() {
        return failures;
    }

    List<Choice> choices() {
        return choices;
    }

    String text() {
        return text.toString();
    }
}
