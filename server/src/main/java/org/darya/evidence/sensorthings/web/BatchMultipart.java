package org.darya.evidence.sensorthings.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.darya.evidence.sensorthings.StaProblem;

/** Batches as multipart/mixed (18-088 section 11): requests, and changesets that succeed or fail as one. */
final class BatchMultipart {
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]{1,200})\"|([^;\\s]{1,200}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE = Pattern.compile("\\$([A-Za-z0-9_.-]{1,64})");
    private static final int MOST = 10_000;
    private static final Map<Integer, String> REASONS =
            Map.of(200, "OK", 201, "Created", 204, "No Content", 400, "Bad Request", 404, "Not Found", 409, "Conflict");

    private final Service service;
    private final Ask ask;
    private final Map<String, String> created = new HashMap<>();
    private int parts;

    BatchMultipart(Service service, Ask ask) {
        this.service = service;
        this.ask = ask;
    }

    /** Headers, by their names in small letters, and what follows them. */
    private record Block(Map<String, String> headers, String rest) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    Answer answer() {
        String boundary = boundary(ask.contentType());
        String own = "batch_darya";
        var out = new StringBuilder();
        for (Block part : blocks(new String(ask.body(), StandardCharsets.UTF_8), boundary)) {
            out.append("--").append(own).append("\r\n");
            if (part.header("content-type").toLowerCase(Locale.ROOT).startsWith("multipart/mixed")) {
                changeset(part, out);
            } else {
                out.append(response(part, single(part)));
            }
        }
        byte[] bytes = out.append("--").append(own).append("--\r\n").toString().getBytes(StandardCharsets.UTF_8);
        return new Answer(200, null, "multipart/mixed;boundary=" + own, bytes, bytes.length);
    }

    private static String boundary(String contentType) {
        Matcher found = BOUNDARY.matcher(contentType);
        if (!found.find()) {
            throw StaProblem.bad("The batch names no boundary.", "Maybe its Content-Type lacks ;boundary=…");
        }
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    private List<Block> blocks(String text, String boundary) {
        var blocks = new ArrayList<Block>();
        String[] pieces = ("\n" + text.replace("\r\n", "\n")).split("\n--" + Pattern.quote(boundary), -1);
        for (int i = 1; i < pieces.length; i++) {
            if (pieces[i].startsWith("--")) {
                return blocks;
            }
            if (++parts > MOST) {
                throw StaProblem.bad("The batch has more than %d parts.".formatted(MOST), "Maybe send several.");
            }
            blocks.add(block(pieces[i].replaceFirst("^[ \\t]*\n", "")));
        }
        throw StaProblem.bad("The batch does not end with its boundary.", "Maybe it was cut off.");
    }

    private static Block block(String text) {
        Map<String, String> headers = new HashMap<>();
        int end = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
        String head = end < 0 ? text : text.substring(0, end);
        for (String line : head.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        String rest = end < 0 ? "" : text.substring(end).replaceFirst("^\n{1,2}", "");
        return new Block(headers, rest);
    }

    private Ask request(Block part) {
        int line = part.rest.indexOf('\n');
        String first = (line < 0 ? part.rest : part.rest.substring(0, line)).strip();
        String[] words = first.split("\\s+");
        if (words.length < 2) {
            throw StaProblem.bad(
                    "A part of the batch is no request: \"%s\".".formatted(StaProblem.shown(first)),
                    "Maybe it begins with a line such as \"POST Observations HTTP/1.1\".");
        }
        Block inner = block(line < 0 ? "" : part.rest.substring(line + 1));
        String url = String.join(
                " ",
                List.of(words)
                        .subList(
                                1,
                                words[words.length - 1].startsWith("HTTP/") && words.length > 2
                                        ? words.length - 1
                                        : words.length));
        Matcher reference = REFERENCE.matcher(url);
        if (reference.lookingAt() && created.containsKey(reference.group(1))) {
            url = created.get(reference.group(1)) + url.substring(reference.end());
        }
        String type = inner.header("content-type").isEmpty() ? "application/json" : inner.header("content-type");
        return Parts.ask(
                ask,
                words[0].toUpperCase(Locale.ROOT),
                url,
                resolved(inner.rest.strip()).getBytes(StandardCharsets.UTF_8),
                type);
    }

    private String resolved(String body) {
        return created.isEmpty()
                ? body
                : Pattern.compile("\"\\$([A-Za-z0-9_.-]{1,64})\"").matcher(body).replaceAll(found -> {
                    String self = created.get(found.group(1));
                    return Matcher.quoteReplacement(
                            self == null ? found.group() : self.substring(self.indexOf('(') + 1, self.length() - 1));
                });
    }

    private Answer single(Block part) {
        try {
            return noted(part, service.answer(request(part)));
        } catch (StaProblem e) {
            return Errors.of(e);
        }
    }

    private Answer noted(Block part, Answer answer) {
        String location = answer.location();
        if (location != null && !part.header("content-id").isEmpty()) {
            created.put(part.header("content-id"), location.substring(ask.root().length() + 1));
        }
        return answer;
    }

    private void changeset(Block set, StringBuilder out) {
        List<Block> members = blocks(set.rest, boundary(set.header("content-type")));
        var answers = new ArrayList<Answer>();
        boolean all = Parts.together(service, ask, within -> {
            for (Block member : members) {
                Answer answer;
                try {
                    answer = noted(member, service.answer(request(member), within));
                } catch (StaProblem e) {
                    answer = Errors.of(e);
                }
                answers.add(answer);
                if (answer.status() >= 400) {
                    return false;
                }
            }
            return true;
        });
        if (!all) {
            // one answer for the whole changeset, as OData says
            out.append(response(set, answers.getLast()));
            return;
        }
        out.append("Content-Type: multipart/mixed;boundary=changeset_darya\r\n\r\n");
        for (int i = 0; i < members.size(); i++) {
            out.append("--changeset_darya\r\n").append(response(members.get(i), answers.get(i)));
        }
        out.append("--changeset_darya--\r\n");
    }

    private static String response(Block part, Answer answer) {
        var out = new StringBuilder("Content-Type: application/http\r\n");
        if (!part.header("content-id").isEmpty()) {
            out.append("Content-ID: ").append(part.header("content-id")).append("\r\n");
        }
        out.append("\r\nHTTP/1.1 ")
                .append(answer.status())
                .append(' ')
                .append(REASONS.getOrDefault(answer.status(), "Error"))
                .append("\r\n");
        String location = answer.location();
        if (location != null) {
            out.append("Location: ").append(location).append("\r\n");
        }
        if (answer.length() > 0) {
            out.append("Content-Type: ").append(answer.contentType()).append("\r\n");
        }
        return out.append("\r\n")
                .append(new String(answer.exactly(), StandardCharsets.UTF_8))
                .append("\r\n")
                .toString();
    }
}
