package org.domcaps.qemu;

import java.util.Objects;

/// A yes-or-no question about a QEMU binary that its QMP answers decide.
///
/// The rules ask them, the probe answers them, and the facts keep which ones were answered with
/// yes. Each has a short text form, which is what lies in the cache.
public sealed interface Question {

    /// Which QMP command answers it.
    String command();

    /// The short text form, unique among all questions.
    String id();

    /// In words that a person reads, as the end of the sentence "QEMU …".
    String words();

    /// `qom-list-types` lists the type.
    record TypeExists(String type) implements Question {
        /// Checks.
        public TypeExists {
            Objects.requireNonNull(type, "type");
        }

        @Override
        public String command() {
            return "qom-list-types";
        }

        @Override
        public String id() {
            return "type " + type;
        }

        @Override
        public String words() {
            return "has the type " + type;
        }
    }

    /// `qom-list-properties` of the type lists the property.
    record PropertyExists(String type, String property) implements Question {
        /// Checks.
        public PropertyExists {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(property, "property");
        }

        @Override
        public String command() {
            return "qom-list-properties";
        }

        @Override
        public String id() {
            return "property " + type + " " + property;
        }

        @Override
        public String words() {
            return "has the property " + property + " of the type " + type;
        }
    }

    /// A path through `query-qmp-schema` leads somewhere; a path of one component asks whether a
    /// command exists.
    record SchemaPath(String path) implements Question {
        /// Checks.
        public SchemaPath {
            Objects.requireNonNull(path, "path");
        }

        @Override
        public String command() {
            return "query-qmp-schema";
        }

        @Override
        public String id() {
            return "schema " + path;
        }

        @Override
        public String words() {
            return path.indexOf('/') < 0
                    ? "has the QMP command " + path
                    : "has " + path + " in its QMP schema";
        }
    }

    /// `query-command-line-options` lists the option.
    record OptionExists(String option) implements Question {
        /// Checks.
        public OptionExists {
            Objects.requireNonNull(option, "option");
        }

        @Override
        public String command() {
            return "query-command-line-options";
        }

        @Override
        public String id() {
            return "option " + option;
        }

        @Override
        public String words() {
            return "has the command line option -" + option;
        }
    }

    /// `query-command-line-options` lists the option with that parameter.
    record OptionParameter(String option, String parameter) implements Question {
        /// Checks.
        public OptionParameter {
            Objects.requireNonNull(option, "option");
            Objects.requireNonNull(parameter, "parameter");
        }

        @Override
        public String command() {
            return "query-command-line-options";
        }

        @Override
        public String id() {
            return "option " + option + " " + parameter;
        }

        @Override
        public String words() {
            return "has the parameter " + parameter + " of the command line option -" + option;
        }
    }

    /// `query-tpm-models` lists the model.
    record TpmModelListed(String model) implements Question {
        /// Checks.
        public TpmModelListed {
            Objects.requireNonNull(model, "model");
        }

        @Override
        public String command() {
            return "query-tpm-models";
        }

        @Override
        public String id() {
            return "tpm-model " + model;
        }

        @Override
        public String words() {
            return "lists the TPM model " + model;
        }
    }

    /// `query-tpm-types` lists the back end.
    record TpmTypeListed(String type) implements Question {
        /// Checks.
        public TpmTypeListed {
            Objects.requireNonNull(type, "type");
        }

        @Override
        public String command() {
            return "query-tpm-types";
        }

        @Override
        public String id() {
            return "tpm-type " + type;
        }

        @Override
        public String words() {
            return "lists the TPM back end " + type;
        }
    }
}
