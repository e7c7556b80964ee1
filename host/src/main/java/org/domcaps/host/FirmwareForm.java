package org.domcaps.host;

import org.domcaps.error.ErrorCode;
import org.domcaps.host.firmware.DescriptorFile;
import org.domcaps.host.firmware.FallbackLoaders;
import org.domcaps.host.firmware.FirmwareFacts;
import org.domcaps.host.firmware.FirmwareFault;
import org.domcaps.host.firmware.Images;
import org.domcaps.host.firmware.LoaderPair;
import org.domcaps.host.firmware.MaskedDescriptor;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.ObjectBuilder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The JSON form of [FirmwareFacts], read and written.
final class FirmwareForm {

    private static final String DEFAULT_FOLDER = "/usr/share/qemu/firmware/";

    private FirmwareForm() {}

    static JsonObject write(FirmwareFacts facts) {
        ObjectBuilder out = JsonValue.object();
        if (facts.fault().isPresent()) {
            FirmwareFault fault = facts.fault().get();
            return out.put("fault", fault.message())
                    .put("faultCode", fault.code().number())
                    .build();
        }
        List<JsonValue> descriptors = new ArrayList<>();
        for (DescriptorFile file : facts.files()) {
            descriptors.add(write(file));
        }
        out.put("descriptors", new JsonArray(descriptors));
        List<String> fallback = new ArrayList<>();
        for (LoaderPair pair : facts.fallback()) {
            fallback.add(pair.image() + pair.template().map(template -> ":" + template).orElse(""));
        }
        out.put("fallbackLoaders", JsonValue.ofStrings(fallback));
        switch (facts.images()) {
            case Images.AllExist() -> {}
            case Images.Existing(Set<String> paths) ->
                    out.put("existingImages", JsonValue.ofStrings(paths));
            case Images.Given(List<String> values) ->
                    out.put("loaderValues", JsonValue.ofStrings(values));
        }
        if (!facts.masked().isEmpty()) {
            List<JsonValue> masked = new ArrayList<>();
            for (MaskedDescriptor file : facts.masked()) {
                masked.add(
                        JsonValue.object()
                                .put("name", file.name())
                                .put("path", file.path())
                                .put("by", file.by())
                                .build());
            }
            out.put("masked", new JsonArray(masked));
        }
        return out.build();
    }

    private static JsonObject write(DescriptorFile file) {
        ObjectBuilder out = JsonValue.object().put("name", file.name());
        if (!file.path().equals(DEFAULT_FOLDER + file.name())) {
            out.put("path", file.path());
        }
        switch (file.content()) {
            case DescriptorFile.Content.Unusable(String reason) -> out.put("unusable", reason);
            case DescriptorFile.Content.Json(JsonValue json, boolean repeatedKeys) -> {
                if (repeatedKeys) {
                    out.put("repeatedKeys", true);
                }
                out.put("descriptor", json);
            }
        }
        return out.build();
    }

    static FirmwareFacts read(Members in) {
        Optional<String> fault = in.string("fault");
        if (fault.isPresent()) {
            FirmwareFault told = new FirmwareFault(code(in), fault.get());
            in.finish();
            return FirmwareFacts.failed(told);
        }
        List<DescriptorFile> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Members member : in.objects("descriptors").orElse(List.of())) {
            DescriptorFile file = file(member);
            if (!names.add(file.name())) {
                throw member.fault("name", "a second descriptor \"" + file.name() + "\"");
            }
            files.add(file);
        }
        List<LoaderPair> fallback =
                in.strings("fallbackLoaders")
                        .map(texts -> texts.stream().map(FirmwareForm::pair).toList())
                        .orElse(FallbackLoaders.BUILT_IN);
        FirmwareFacts facts =
                new FirmwareFacts(files, fallback, images(in), masked(in), Optional.empty());
        in.finish();
        return facts;
    }

    private static List<MaskedDescriptor> masked(Members in) {
        List<MaskedDescriptor> masked = new ArrayList<>();
        for (Members member : in.objects("masked").orElse(List.of())) {
            masked.add(
                    new MaskedDescriptor(
                            member.requireString("name"),
                            member.requireString("path"),
                            member.requireString("by")));
            member.finish();
        }
        return masked;
    }

    private static ErrorCode code(Members in) {
        long number =
                in.number("faultCode", 1, Integer.MAX_VALUE).orElse(ErrorCode.SYSTEM.number());
        for (ErrorCode code : ErrorCode.values()) {
            if (code.number() == number) {
                return code;
            }
        }
        throw in.fault("faultCode", "no such error code: " + number);
    }

    private static DescriptorFile file(Members in) {
        String name = in.requireString("name");
        String path = in.string("path").orElse(DEFAULT_FOLDER + name);
        Optional<String> unusable = in.string("unusable");
        DescriptorFile.Content content;
        if (unusable.isPresent()) {
            content = new DescriptorFile.Content.Unusable(unusable.get());
        } else {
            JsonValue json =
                    in.find("descriptor").orElseThrow(() -> in.fault("descriptor", "missing"));
            content = new DescriptorFile.Content.Json(json, in.bool("repeatedKeys").orElse(false));
        }
        in.finish();
        return new DescriptorFile(name, path, content);
    }

    private static LoaderPair pair(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? LoaderPair.of(text)
                : LoaderPair.of(text.substring(0, colon), text.substring(colon + 1));
    }

    private static Images images(Members in) {
        Optional<List<String>> existing = in.strings("existingImages");
        Optional<List<String>> values = in.strings("loaderValues");
        if (existing.isPresent() && values.isPresent()) {
            throw in.fault("loaderValues", "cannot stand beside existingImages");
        }
        if (values.isPresent()) {
            return new Images.Given(values.get());
        }
        return existing.<Images>map(paths -> new Images.Existing(new LinkedHashSet<>(paths)))
                .orElseGet(Images.AllExist::new);
    }
}
