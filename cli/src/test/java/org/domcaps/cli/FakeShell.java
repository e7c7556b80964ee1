package org.domcaps.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A process whose streams are arrays.
final class FakeShell implements Shell {

    private final Map<String, String> variables = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private byte[] in = {};
    private boolean terminal;
    private boolean watched;
    private boolean pipe;
    private String writeFault = "";
    private int writes;

    FakeShell with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    FakeShell onTerminal() {
        terminal = true;
        return this;
    }

    /// Lets standard error be a terminal.
    FakeShell watched() {
        watched = true;
        return this;
    }

    FakeShell intoPipe() {
        pipe = true;
        return this;
    }

    /// Lets every write to standard output fail.
    FakeShell failingWith(String message) {
        writeFault = message;
        return this;
    }

    FakeShell reading(String text) {
        in = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /// How often standard output was written to.
    int writes() {
        return writes;
    }

    @Override
    public InputStream in() {
        return new ByteArrayInputStream(in);
    }

    @Override
    public OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (!writeFault.isEmpty()) {
                    throw new IOException(writeFault);
                }
                writes++;
                out.write(bytes, offset, length);
            }
        };
    }

    @Override
    public OutputStream err() {
        return err;
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public boolean outIsTerminal() {
        return terminal;
    }

    @Override
    public boolean errIsTerminal() {
        return watched;
    }

    @Override
    public boolean outIsPipe() {
        return pipe;
    }
}
