package org.darya.evidence.sensorthings.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.query.ResourcePath;
import org.darya.evidence.sensorthings.store.Bodies;
import org.darya.evidence.sensorthings.store.Outcome;
import org.darya.evidence.sensorthings.store.Waiting;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Batches as JSON (OData JSON 4.01 section 19): requests in order, groups that succeed or fail as one, references to
 * what an earlier request created. Observations that follow each other are queued together.
 */
final class BatchJson {
    private static final int MOST = 10_000;
    private static final Pattern REFERENCE = Pattern.compile("\"\\$([A-Za-z0-9_.-]{1,64})\"");

    private final Service service;
    private final Ask ask;
    private final Map<String, String> created = new HashMap<>();
    private final Bytes out = new Bytes();
    private final List<Pending> pending = new ArrayList<>();

    private record Pending(String id, CompletableFuture<Outcome[]> done) {}

    /** One request of the batch. */
    private record Part(
            String id,
            String method,
            String url,
            @Nullable JsonNode body,
            String type,
            @Nullable String group) {}

    BatchJson(Service service, Ask ask) {
        this.service = service;
        this.ask = ask;
    }

    Answer answer() {
        JsonNode requests = Bodies.object(Bodies.tree(ask.body())).path("requests");
        if (!requests.isArray() || requests.size() > MOST) {
            throw StaProblem.bad(
                    "A batch has an array of at most %d requests.".formatted(MOST),
                    "Maybe \"requests\" is missing, or send several batches.");
        }
        out.raw("{\"responses\":[");
        var parts = new ArrayList<Part>();
        for (JsonNode request : requests) {
            parts.add(part(Bodies.object(request)));
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String group = part.group;
            if (group != null) {
                var members = new ArrayList<Part>();
                while (i < parts.size() && group.equals(parts.get(i).group)) {
                    members.add(parts.get(i++));
                }
                i--;
                settle();
                group(members);
            } else if (!queued(part)) {
                settle();
                respond(part, service.answer(request(part)));
            }
        }
        settle();
        return Answer.of(200, Answer.JSON, out.raw("]}"));
    }

    private static Part part(ObjectNode request) {
        JsonNode id = request.path("id");
        String method = request.path("method").asString("");
        String url = request.path("url").asString("");
        if (id.isMissingNode() || method.isEmpty() || url.isEmpty()) {
            throw StaProblem.bad(
                    "A request of the batch has no id, method or url: %s"
                            .formatted(StaProblem.shown(request.toString())),
                    "Maybe one of them is misspelt.");
        }
        String type = request.path("headers")
                .path("content-type")
                .asString(request.path("headers").path("Content-Type").asString("application/json"));
        String group = request.path("atomicityGroup").isString()
                ? request.path("atomicityGroup").asString()
                : null;
        return new Part(
                id.isString() ? id.asString() : id.toString(),
                method.toUpperCase(java.util.Locale.ROOT),
                url,
                request.get("body"),
                type,
                group);
    }

    private Ask request(Part part) {
        String url = part.url;
        if (url.startsWith("$")) {
            int slash = url.indexOf('/');
            String reference = url.substring(1, slash < 0 ? url.length() : slash);
            String known = created.get(reference);
            if (known == null) {
                throw StaProblem.bad(
                        "Nothing was created by \"$%s\".".formatted(StaProblem.shown(reference)),
                        "Maybe that request comes later or failed.");
            }
            url = known + (slash < 0 ? "" : url.substring(slash));
        }
        byte[] body =
                part.body == null ? new byte[0] : resolved(part.body.toString()).getBytes(StandardCharsets.UTF_8);
        return Parts.ask(ask, part.method, url, body, part.type);
    }

    /** {@code "$name"} stands for the id of what that request created. */
    private String resolved(String body) {
        if (created.isEmpty() || body.indexOf("\"$") < 0) {
            return body;
        }
        return REFERENCE.matcher(body).replaceAll(found -> {
            String self = created.get(found.group(1));
            return java.util.regex.Matcher.quoteReplacement(
                    self == null ? found.group() : self.substring(self.indexOf('(') + 1, self.length() - 1));
        });
    }

    /** Whether it is an observation that was queued, to be told about later. */
    private boolean queued(Part part) {
        if (!part.method.equals("POST")
                || !part.url.equals("Observations")
                || !(part.body instanceof ObjectNode body)
                || !ask.rights().writes()
                || body.toString().contains("\"$")) {
            return false;
        }
        try {
            CompletableFuture<Outcome[]> done = service.creating().quick(ask, ResourcePath.parse(part.url), body);
            if (done != null) {
                pending.add(new Pending(part.id, done));
            }
            return done != null;
        } catch (StaProblem e) {
            return false; // the long way says so
        }
    }

    private void settle() {
        for (Pending one : pending) {
            try {
                Outcome outcome = Waiting.forCommit(one.done)[0];
                String self = "Observations(" + outcome.id() + ")";
                if (outcome.id() == 0) {
                    respond(
                            one.id,
                            Errors.of(new StaProblem(
                                    409,
                                    "The stream has an observation of that time already.",
                                    "Maybe it was sent twice.")));
                } else {
                    created.put(one.id, self);
                    respond(one.id, Answer.created(ask.root() + "/" + self));
                }
            } catch (StaProblem e) {
                respond(one.id, Errors.of(e));
            }
        }
        pending.clear();
    }

    private void respond(Part part, Answer answer) {
        String location = answer.location();
        if (location != null && answer.status() == 201) {
            created.put(part.id, location.substring(ask.root().length() + 1));
        }
        respond(part.id, answer);
    }

    private void respond(String id, Answer answer) {
        out.raw(out.array()[out.size() - 1] == '[' ? "{\"id\":" : ",{\"id\":").string(id);
        out.raw(",\"status\":").number(answer.status());
        String location = answer.location();
        if (location != null) {
            out.raw(",\"location\":").string(location);
        }
        if (answer.length() > 0) {
            out.raw(",\"body\":");
            if (answer.contentType().startsWith("application/")) {
                out.put(answer.exactly());
            } else {
                out.string(new String(answer.exactly(), StandardCharsets.UTF_8));
            }
        }
        out.put('}');
    }

    /** All or nothing: where one fails the others are told that they were undone. */
    private void group(List<Part> parts) {
        var answers = new ArrayList<Answer>();
        Map<String, String> before = new HashMap<>(created);
        boolean all = Parts.together(service, ask, within -> {
            for (Part part : parts) {
                Answer answer = service.answer(request(part), within);
                answers.add(answer);
                String location = answer.location();
                if (location != null && answer.status() == 201) {
                    created.put(part.id, location.substring(ask.root().length() + 1));
                }
                if (answer.status() >= 400) {
                    return false;
                }
            }
            return true;
        });
        if (!all) {
            created.clear();
            created.putAll(before);
        }
        for (int i = 0; i < parts.size(); i++) {
            boolean own = i < answers.size() && (all || answers.get(i).status() >= 400);
            respond(parts.get(i).id, own ? answers.get(i) : Parts.undone());
        }
    }
}
