package org.domcaps.cli;

import org.domcaps.decide.hosts.UnreadHost;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;

import java.util.ArrayList;
import java.util.List;

/// What JSON of every command about many hosts has.
final class HostJson {

    private HostJson() {}

    /// The hosts of which nothing is known.
    static JsonArray unread(List<UnreadHost> hosts) {
        List<JsonValue> items = new ArrayList<>(hosts.size());
        for (UnreadHost host : hosts) {
            items.add(
                    JsonValue.object()
                            .put("host", host.host())
                            .put("place", host.place())
                            .put("reason", host.reason())
                            .build());
        }
        return new JsonArray(items);
    }
}
