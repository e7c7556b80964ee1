package org.domcaps.bhyve;

import org.domcaps.document.Arch;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.Members;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Everything that documents of bhyve guests depend on.
///
/// What the program said is kept as it was said, so that a rule that reads it differently needs no
/// new recording.
///
/// @param arch the architecture of the host's kernel
/// @param system name and release of the operating system, such as `FreeBSD 14.1-RELEASE`
/// @param program the program `bhyve` that was found in `PATH`; absent if there is none
/// @param answers what it wrote to standard error, per question; without a program empty
/// @param fault why it could not be found out what documents depend on; then no document can be
///   made
/// @param firmware the firmware images, in the order of the document
public record BhyveFacts(
        Arch arch,
        String system,
        Optional<String> program,
        Map<BhyveQuestion, String> answers,
        Optional<String> fault,
        List<String> firmware) {

    /// What the facts are called in a bundle.
    public static final String NAME = "bhyve";

    private static final String HOME_SYSTEM = "FreeBSD";

    /// Checks and copies.
    public BhyveFacts {
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(program, "program");
        EnumMap<BhyveQuestion, String> copy = new EnumMap<>(BhyveQuestion.class);
        copy.putAll(answers);
        answers = Collections.unmodifiableMap(copy);
        Objects.requireNonNull(fault, "fault");
        firmware = List.copyOf(firmware);
    }

    /// Whether this is a host of bhyve: FreeBSD, or whatever else has the program.
    public boolean isActive() {
        return isHomeSystem(system) || program.isPresent();
    }

    static boolean isHomeSystem(String system) {
        return system.startsWith(HOME_SYSTEM);
    }

    /// Whether the program can do something. Without a program nothing can be done, which is no
    /// error: so says libvirt.
    ///
    /// @throws DriverException if it could not be found out
    public boolean has(BhyveCapability capability) {
        requireSound();
        if (program.isEmpty()) {
            return false;
        }
        String answer = answers.get(capability.question());
        if (answer == null) {
            throw new DriverException(
                    ErrorCode.INTERNAL,
                    ErrorDomain.BHYVE,
                    "the facts lack the answer to 'bhyve "
                            + capability.question().options()
                            + "', which this document needs; record them anew");
        }
        return capability.isToldBy(answer);
    }

    /// Fails if something could not be found out.
    void requireSound() {
        if (fault.isPresent()) {
            throw new DriverException(ErrorCode.INTERNAL, ErrorDomain.BHYVE, fault.get());
        }
    }

    /// The JSON form.
    public JsonObject toJson() {
        JsonValue.ObjectBuilder object =
                JsonValue.object().put("arch", arch.xmlName()).put("system", system);
        program.ifPresent(path -> object.put("program", path));
        List<JsonValue> said = new ArrayList<>();
        answers.forEach((question, answer) ->
                said.add(
                        JsonValue.object()
                                .put("options", question.options())
                                .put("errors", answer)
                                .build()));
        object.put("answers", new JsonArray(said));
        fault.ifPresent(text -> object.put("fault", text));
        return object.put("firmware", JsonValue.ofStrings(firmware)).build();
    }

    /// Reads the JSON form; members that are left out mean FreeBSD on x86_64 without the program.
    ///
    /// @throws org.domcaps.host.HostFactsException if the value is not of that form
    public static BhyveFacts fromJson(JsonValue json) {
        Members members = Members.of(json, NAME);
        String archName = members.string("arch").orElse(Arch.X86_64.xmlName());
        Arch arch =
                Arch.find(archName)
                        .orElseThrow(() ->
                                members.fault("arch", "unknown architecture '" + archName + "'"));
        Map<BhyveQuestion, String> answers = new EnumMap<>(BhyveQuestion.class);
        for (Members answer : members.objects("answers").orElse(List.of())) {
            String options = answer.requireString("options");
            BhyveQuestion question =
                    BhyveQuestion.find(options)
                            .orElseThrow(() ->
                                    answer.fault("options", "no question has '" + options + "'"));
            answers.put(question, answer.requireString("errors"));
            answer.finish();
        }
        BhyveFacts facts =
                new BhyveFacts(
                        arch,
                        members.string("system").orElse(HOME_SYSTEM),
                        members.string("program"),
                        answers,
                        members.string("fault"),
                        members.strings("firmware").orElse(List.of()));
        members.finish();
        return facts;
    }
}
