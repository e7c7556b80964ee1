package org.domcaps.qemu.qmp;

import org.domcaps.json.JsonException;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonWriter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A recorded conversation with one QEMU binary, in the layout of libvirt's `.replies` files.
///
/// Blocks of JSON, separated by one empty line, alternate between request and reply. A request
/// `qmp_capabilities` starts a section: the first is the accelerated run, the second, if there is
/// one, the run with TCG alone.
///
/// @param sections one or two
public record Recording(List<List<Exchange>> sections) {

    /// One request and its reply.
    public record Exchange(QmpRequest request, QmpReply reply) {
        /// Checks.
        public Exchange {
            Objects.requireNonNull(request, "request");
            Objects.requireNonNull(reply, "reply");
        }
    }

    /// Checks and copies.
    public Recording {
        List<List<Exchange>> copy = new ArrayList<>(sections.size());
        for (List<Exchange> section : sections) {
            copy.add(List.copyOf(section));
        }
        sections = List.copyOf(copy);
    }

    /// Reads the text of a `.replies` file.
    ///
    /// @throws QmpException if it does not have that layout; the message names the block, counted
    ///   from 1
    public static Recording parse(byte[] text) {
        List<JsonObject> blocks = blocks(text);
        if (blocks.isEmpty() || blocks.size() % 2 != 0) {
            throw new QmpException(
                    "not a QMP recording: it has "
                            + blocks.size()
                            + " JSON blocks, not pairs of request and reply");
        }
        List<List<Exchange>> sections = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i += 2) {
            int number = i + 1;
            String command =
                    blocks.get(i)
                            .findString("execute")
                            .orElseThrow(() ->
                                    new QmpException(
                                            "not a QMP recording: block "
                                                    + number
                                                    + " is no request"));
            JsonObject reply = blocks.get(i + 1);
            if (reply.find("return").isEmpty() && reply.find("error").isEmpty()) {
                throw new QmpException(
                        "not a QMP recording: block " + (number + 1) + " is no reply");
            }
            if (command.equals("qmp_capabilities")) {
                sections.add(new ArrayList<>());
            } else if (sections.isEmpty()) {
                throw new QmpException(
                        "not a QMP recording: it does not begin with 'qmp_capabilities'");
            }
            JsonObject arguments =
                    blocks.get(i)
                            .findObject("arguments")
                            .orElseGet(() -> JsonValue.object().build());
            sections.getLast()
                    .add(
                            new Exchange(
                                    new QmpRequest(command, arguments), QmpSession.toReply(reply)));
        }
        return new Recording(sections);
    }

    private static List<JsonObject> blocks(byte[] text) {
        List<JsonObject> blocks = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length; i++) {
            boolean atEnd = i == text.length;
            if (atEnd || text[i] == '\n' && i > 0 && text[i - 1] == '\n') {
                if (!isBlank(text, start, i)) {
                    blocks.add(block(text, start, i, blocks.size() + 1));
                }
                start = i + 1;
            }
        }
        return blocks;
    }

    private static boolean isBlank(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] > ' ' || text[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static JsonObject block(byte[] text, int start, int end, int number) {
        try {
            if (JsonReader.read(text, start, end - start) instanceof JsonObject object) {
                return object;
            }
            throw new QmpException("not a QMP recording: block " + number + " is no JSON object");
        } catch (JsonException e) {
            throw new QmpException(
                    "not a QMP recording: block " + number + ": " + e.getMessage(), e);
        }
    }

    /// The text of the `.replies` file, byte for byte what libvirt's own recorder would lay out.
    public byte[] format() {
        StringBuilder out = new StringBuilder();
        for (List<Exchange> section : sections) {
            int number = 0;
            for (Exchange exchange : section) {
                number++;
                String id = "libvirt-" + number;
                if (!out.isEmpty()) {
                    out.append('\n');
                }
                out.append(JsonWriter.pretty(exchange.request().toJson(id))).append("\n\n");
                out.append(JsonWriter.pretty(reply(exchange.reply(), id))).append('\n');
            }
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject reply(QmpReply reply, String id) {
        JsonValue.ObjectBuilder message = JsonValue.object();
        switch (reply) {
            case QmpReply.Returned(JsonValue value) -> message.put("return", value).put("id", id);
            case QmpReply.Failed(String errorClass, String description) ->
                    message.put("id", id)
                            .put(
                                    "error",
                                    JsonValue.object()
                                            .put("class", errorClass)
                                            .put("desc", description)
                                            .build());
        }
        return message.build();
    }
}
