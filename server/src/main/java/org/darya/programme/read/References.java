package org.darya.programme.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** The id of a record and those of the records it names: which there are and which are named is noted, to be compared. */
final class References {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*|[A-Z]{3}");

    private final Entries entries;

    References(Entries entries) {
        this.entries = entries;
    }

    /** The record's own id, declared as existing. */
    String own(Kind kind) {
        String word = entries.single("id");
        String id = word == null ? entries.missing("id", "") : word;
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            entries.problem(
                    "id",
                    "\"%s\" cannot be an id.".formatted(id),
                    "Maybe use lower-case letters, digits and hyphens only.");
        }
        entries.findings().declare(kind, id, entries.place("id"));
        return id;
    }

    @Nullable
    String optional(String key, Kind kind) {
        String id = entries.single(key);
        if (id != null) {
            entries.findings().name(kind, id, entries.place(key));
        }
        return id;
    }

    String one(String key, Kind kind) {
        String id = optional(key, kind);
        return id == null ? entries.missing(key, "") : id;
    }

    List<String> many(String key, Kind kind) {
        List<String> ids = new ArrayList<>();
        for (Node node : entries.items(key)) {
            String id = entries.scalar(node, key);
            entries.findings().name(kind, id, entries.place(node));
            ids.add(id);
        }
        return List.copyOf(ids);
    }

    /** Addresses such as {@code meetings/summit}. */
    List<String> addresses(String key) {
        List<String> addresses = new ArrayList<>();
        for (Node node : entries.items(key)) {
            String address = entries.scalar(node, key);
            int slash = address.indexOf('/');
            Kind kind = slash < 0 ? null : Kind.ofWord(address.substring(0, slash));
            if (kind == null) {
                entries.problem(
                        node,
                        "\"%s\" is no address of a record.".formatted(address),
                        "Maybe write kind and id, such as meetings/summit.");
            } else {
                entries.findings().name(kind, address.substring(slash + 1), entries.place(node));
                addresses.add(address);
            }
        }
        return List.copyOf(addresses);
    }
}
