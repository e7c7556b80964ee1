package org.domcaps.qemu.qmp;

/// A command that QEMU refused although the probe cannot do without it.
public final class QmpCommandException extends QmpException {

    private static final long serialVersionUID = 1L;

    private final String command;
    private final String errorClass;
    private final String description;

    /// A refused command, with the class and description that QEMU gave.
    public QmpCommandException(String command, String errorClass, String description) {
        super("unable to execute QEMU command '" + command + "': " + description);
        this.command = command;
        this.errorClass = errorClass;
        this.description = description;
    }

    /// The command.
    public String command() {
        return command;
    }

    /// QEMU's class of the error.
    public String errorClass() {
        return errorClass;
    }

    /// QEMU's own words.
    public String description() {
        return description;
    }
}
