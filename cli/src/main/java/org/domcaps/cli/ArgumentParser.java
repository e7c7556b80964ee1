package org.domcaps.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sorts the words after a command by the command's row of the table; the only place that knows
/// Commons CLI.
final class ArgumentParser {

    private final CommandSpec spec;

    private ArgumentParser(CommandSpec spec) {
        this.spec = spec;
    }

    /// Reads the words after a command.
    ///
    /// @throws UsageException if a word fits no option or operand, or something is missing, empty
    ///   or there twice
    static Arguments parse(CommandSpec spec, String[] words) {
        return new ArgumentParser(spec).parse(words);
    }

    private Arguments parse(String[] words) {
        Options known = new Options();
        for (OptionSpec option : spec.options()) {
            known.addOption(
                    new Option(null, option.name(), option.argument().isPresent(), option.text()));
        }
        try {
            CommandLine line =
                    DefaultParser.builder()
                            .setAllowPartialMatching(false)
                            .setStripLeadingAndTrailingQuotes(false)
                            .get()
                            .parse(known, words);
            return new Arguments(options(line), operands(line));
        } catch (UnrecognizedOptionException e) {
            throw unknown(e.getOption());
        } catch (MissingArgumentException e) {
            throw new UsageException("option --" + e.getOption().getLongOpt() + " needs a value");
        } catch (ParseException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Map<String, List<String>> options(CommandLine line) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (Option option : line.getOptions()) {
            String name = option.getLongOpt();
            List<String> values = List.copyOf(option.getValuesList());
            List<String> before = options.putIfAbsent(name, values);
            if (before == null) {
                continue;
            }
            if (!isRepeatable(name)) {
                throw new UsageException("option --" + name + " is there twice");
            }
            List<String> joined = new ArrayList<>(before);
            joined.addAll(values);
            options.put(name, joined);
        }
        for (Map.Entry<String, List<String>> option : options.entrySet()) {
            if (option.getValue().contains("")) {
                throw new UsageException("the value of --" + option.getKey() + " is empty");
            }
        }
        return options;
    }

    private boolean isRepeatable(String name) {
        for (OptionSpec option : spec.options()) {
            if (option.name().equals(name)) {
                return option.repeatable();
            }
        }
        return false;
    }

    private List<String> operands(CommandLine line) {
        List<String> words = line.getArgList();
        List<OperandSpec> operands = spec.operands();
        if (words.size() > operands.size()
                && (operands.isEmpty() || !operands.getLast().repeatable())) {
            throw new UsageException(
                    "there is one word too many, '" + words.get(operands.size()) + "'");
        }
        for (int i = 0; i < words.size(); i++) {
            // As a path it would mean the working directory; mostly it is a variable that is unset.
            if (words.get(i).isEmpty()) {
                OperandSpec operand = operands.get(Math.min(i, operands.size() - 1));
                throw new UsageException(operand.name() + " is empty");
            }
        }
        for (int i = words.size(); i < operands.size(); i++) {
            if (operands.get(i).required()) {
                throw new UsageException(operands.get(i).name() + " is missing");
            }
        }
        return words;
    }

    private UsageException unknown(String word) {
        int equals = word.indexOf('=');
        String option = equals < 0 ? word : word.substring(0, equals);
        List<String> names = new ArrayList<>();
        for (OptionSpec row : spec.options()) {
            names.add("--" + row.name());
        }
        if (names.contains(option)) {
            return new UsageException("option " + option + " takes no value");
        }
        return new UsageException("unknown option '" + option + "'" + Suggestion.of(option, names));
    }
}
