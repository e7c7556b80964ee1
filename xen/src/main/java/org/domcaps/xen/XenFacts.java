package org.domcaps.xen;

import org.domcaps.document.Arch;
import org.domcaps.host.Members;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Everything that documents of Xen guests, and the list of what there is, depend on.
///
/// @param arch the architecture of the host's kernel
/// @param controlDomain whether guests can be started from here
/// @param version Xen's version, such as `4.17.2`; absent if the kernel does not tell
/// @param guestTypes the words of Xen's capabilities, see [GuestKind]; empty if the kernel does not
///   tell
/// @param firmware the images that a fully virtualized guest can boot from, in the order of the
///   document; they need not exist
public record XenFacts(
        Arch arch,
        ControlDomain controlDomain,
        Optional<String> version,
        List<String> guestTypes,
        List<String> firmware) {

    /// What the facts are called in a bundle.
    public static final String NAME = "xen";

    /// Checks and copies.
    public XenFacts {
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(controlDomain, "controlDomain");
        Objects.requireNonNull(version, "version");
        guestTypes = List.copyOf(guestTypes);
        firmware = List.copyOf(firmware);
    }

    /// The kinds of guests that libvirt knows, in Xen's order.
    public List<GuestKind> guests() {
        List<GuestKind> guests = new ArrayList<>();
        for (String word : guestTypes) {
            GuestKind.parse(word).ifPresent(guests::add);
        }
        return guests;
    }

    /// The JSON form.
    public JsonObject toJson() {
        JsonValue.ObjectBuilder object = JsonValue.object().put("arch", arch.xmlName());
        switch (controlDomain) {
            case ControlDomain.Here _ -> object.put("controlDomain", true);
            case ControlDomain.NotHere(String reason) ->
                    object.put("controlDomain", false).put("reason", reason);
            case ControlDomain.Unclear(String cause) -> object.put("unknown", cause);
        }
        version.ifPresent(text -> object.put("version", text));
        return object.put("guestTypes", JsonValue.ofStrings(guestTypes))
                .put("firmware", JsonValue.ofStrings(firmware))
                .build();
    }

    /// Reads the JSON form; members that are left out mean a control domain on x86_64 that tells
    /// nothing else.
    ///
    /// @throws org.domcaps.host.HostFactsException if the value is not of that form
    public static XenFacts fromJson(JsonValue json) {
        Members members = Members.of(json, NAME);
        String archName = members.string("arch").orElse(Arch.X86_64.xmlName());
        Arch arch =
                Arch.find(archName)
                        .orElseThrow(() ->
                                members.fault("arch", "unknown architecture '" + archName + "'"));
        boolean here = members.bool("controlDomain").orElse(true);
        Optional<String> unknown = members.string("unknown");
        String reason = members.string("reason").orElse("the recorded machine was none");
        ControlDomain controlDomain =
                unknown.isPresent()
                        ? new ControlDomain.Unclear(unknown.get())
                        : here ? new ControlDomain.Here() : new ControlDomain.NotHere(reason);
        XenFacts facts =
                new XenFacts(
                        arch,
                        controlDomain,
                        members.string("version"),
                        members.strings("guestTypes").orElse(List.of()),
                        members.strings("firmware")
                                .orElse(FirmwareFolder.images(FirmwareFolder.DEFAULT)));
        members.finish();
        return facts;
    }
}
