package org.darya.evidence.sensorthings.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.store.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /sta/v1.1}: takes requests off HTTP and puts answers on it. */
final class StaServlet extends HttpServlet {
    static final String MAPPING = "/sta/v1.1";

    private static final Logger LOG = LoggerFactory.getLogger(StaServlet.class);
    private static final long serialVersionUID = 1L;
    private static final int LARGEST_ENTITY = 2 << 20;
    private static final int LARGEST_BULK = 32 << 20;
    private static final Set<String> BULK = Set.of("CreateObservations", "$batch");
    /** Large bodies that are held in memory at once. */
    private static final int LARGE_AT_ONCE = 2;

    private final transient Service service;
    private final transient Root root;
    private final transient Callers callers;
    private final transient Semaphore large = new Semaphore(LARGE_AT_ONCE);

    /** Says who asks. */
    interface Callers {
        Rights of(HttpServletRequest request);
    }

    StaServlet(Service service, Root root, Callers callers) {
        this.service = service;
        this.root = root;
        this.callers = callers;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CompletableFuture<Answer> answer;
        boolean held = false;
        try {
            String path = path(request);
            int most = BULK.contains(path) ? LARGEST_BULK : LARGEST_ENTITY;
            if (request.getContentLengthLong() > (1 << 20)
                    || (request.getContentLengthLong() < 0 && BULK.contains(path))) {
                large.acquireUninterruptibly();
                held = true;
            }
            byte[] body = body(request, most);
            answer = answer(request, path, body);
        } catch (StaProblem e) {
            answer = done(Errors.of(e));
        } finally {
            if (held) {
                large.release();
            }
        }
        if (answer.isDone()) {
            write(request, response, answer.join());
        } else {
            later(request, response, answer);
        }
    }

    /** Lets the thread go while a single observation waits for its commit. */
    private static void later(
            HttpServletRequest request, HttpServletResponse response, CompletableFuture<Answer> soon) {
        AsyncContext waiting = request.startAsync(request, response);
        waiting.setTimeout(Waiting.SECONDS * 1000L);
        waiting.addListener(new Overdue(soon));
        soon.thenAccept(answer -> {
            try {
                try {
                    write(request, response, answer);
                } finally {
                    waiting.complete();
                }
            } catch (IOException | IllegalStateException e) {
                LOG.debug("the client is gone", e);
            }
        });
    }

    private CompletableFuture<Answer> answer(HttpServletRequest request, String path, byte[] body) {
        String method = request.getMethod();
        String address = address(request);
        if (method.equals("OPTIONS")) {
            return done(Answer.empty(204));
        }
        if (path.isEmpty()) {
            if (!method.equals("GET") && !method.equals("HEAD")) {
                throw new StaProblem(405, "The root can only be read.", "Maybe a set is missing in the address.");
            }
            return done(root.answer(address, request.getServerName()));
        }
        if (path.equals("api")) {
            if (!method.equals("GET") && !method.equals("HEAD")) {
                throw new StaProblem(405, "The document can only be read.", "Maybe a set was meant.");
            }
            return done(OpenApi.answer(address, root.version()));
        }
        String prefer = request.getHeader("Prefer");
        String type = request.getContentType();
        var ask = new Ask(
                method.equals("HEAD") ? "GET" : method,
                path,
                request.getQueryString(),
                body,
                type == null ? "application/json" : type,
                prefer == null ? "" : prefer,
                address,
                callers.of(request));
        if (path.equals("$batch")) {
            if (!method.equals("POST")) {
                throw new StaProblem(405, "A batch is sent with POST.", "Maybe the method was mistaken.");
            }
            return done(
                    ask.contentType().toLowerCase(Locale.ROOT).startsWith("multipart/")
                            ? new BatchMultipart(service, ask).answer()
                            : new BatchJson(service, ask).answer());
        }
        return method.equals("POST") ? service.soon(ask) : done(service.answer(ask));
    }

    private static CompletableFuture<Answer> done(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private static String path(HttpServletRequest request) {
        String uri = request.getRequestURI();
        int at = uri.indexOf(MAPPING);
        if (at < 0) {
            return "";
        }
        int from = at + MAPPING.length();
        int to = uri.length();
        while (from < to && uri.charAt(from) == '/') {
            from++;
        }
        while (to > from && uri.charAt(to - 1) == '/') {
            to--;
        }
        String raw = uri.substring(from, to);
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StaProblem.bad("The address is not well escaped.", "Maybe write a per cent sign as %25.");
        }
    }

    private static String address(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        int at = url.indexOf(MAPPING);
        return at < 0 ? url : url.substring(0, at + MAPPING.length());
    }

    private static byte[] body(HttpServletRequest request, int most) throws IOException {
        long length = request.getContentLengthLong();
        if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
            return new byte[0];
        }
        if (length > most) {
            throw tooLarge(most);
        }
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = length > 0 ? in.readNBytes((int) length) : in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(most);
            }
            return bytes;
        }
    }

    private static StaProblem tooLarge(int most) {
        return new StaProblem(413, "The body has more than %d MB.".formatted(most >> 20), "Maybe send it in parts.");
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Answer answer)
            throws IOException {
        response.setStatus(answer.status());
        String location = answer.location();
        if (location != null) {
            response.setHeader("Location", location);
        }
        if (answer.status() == 405 || request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", "GET, HEAD, POST, PATCH, PUT, DELETE, OPTIONS");
        }
        if (answer.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (answer.length() > 0) {
            response.setContentType(answer.contentType());
        }
        response.setContentLength(answer.length());
        if (!request.getMethod().equals("HEAD") && answer.length() > 0) {
            response.getOutputStream().write(answer.body(), 0, answer.length());
        }
    }
}
