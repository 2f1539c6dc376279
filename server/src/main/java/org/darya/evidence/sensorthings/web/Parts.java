package org.darya.evidence.sensorthings.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.darya.evidence.sensorthings.StaProblem;

/** What batches of both forms share. */
final class Parts {
    private Parts() {}

    /** A request inside a batch; its address is relative to the root, or whole. */
    static Ask ask(Ask batch, String method, String url, byte[] body, String contentType) {
        String target =
                url.startsWith(batch.root() + "/") ? url.substring(batch.root().length() + 1) : url;
        if (target.startsWith("/")) {
            int version = target.indexOf("/v1.1/");
            target = version >= 0 ? target.substring(version + 6) : target.substring(1);
        }
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? null : target.substring(question + 1).replace(" ", "%20");
        if (path.startsWith("$batch")) {
            throw StaProblem.bad("A batch does not go into a batch.", "Maybe send it by itself.");
        }
        return new Ask(method, decoded(path), query, body, contentType, batch.prefer(), batch.root(), batch.rights());
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StaProblem.bad(
                    "\"%s\" is not well escaped.".formatted(StaProblem.shown(path)),
                    "Maybe write a per cent sign as %25.");
        }
    }

    /** Requests that succeed or fail as one. */
    interface Group {
        boolean run(Service.Within within);
    }

    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undo() {
            super("undone", null, false, false);
        }
    }

    /** Runs a group in one transaction, which is undone where one of its requests fails. */
    static boolean together(Service service, Ask ask, Group group) {
        try {
            return service.writer().work(ask.rights(), (connection, author) -> {
                if (!group.run(new Service.Within(connection, author))) {
                    throw new Undo();
                }
                return true;
            });
        } catch (Undo e) {
            return false;
        }
    }

    static Answer undone() {
        return Errors.of(new StaProblem(
                424,
                "Another request of the same group failed, so this one was undone.",
                "Maybe mend that one and send the group again."));
    }
}
