package org.darya.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Answers what never reaches us, since the servlet container cannot read it: addresses and headers that are too long,
 * characters that are not escaped. Nothing is told of the container, and no text of the request is given back.
 */
@Component
@Order // after the one that brings the container's own page
class UnreadRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String READABLE = "The request cannot be read.";
    private static final String MAYBE =
            "Maybe its address or a header is longer than 16 KB, or a character is not escaped:"
                    + " a space is written %20, a bracket %5B.";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Telling()));
    }

    /** Where the address itself could not be read, nobody knows which form was wanted: it has the members of both. */
    static String json(int status, @Nullable String uri) {
        String code =
                "\"code\":%d,\"type\":\"error\",\"message\":\"%s\",\"maybe\":\"%s\"".formatted(status, READABLE, MAYBE);
        if (uri != null && uri.startsWith("/sta")) {
            return "{" + code + "}";
        }
        String problem = "\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"".formatted(READABLE, status, MAYBE);
        return uri == null
                ? "{" + code + "," + problem + "}"
                : "{\"type\":\"about:blank\"," + problem + ",\"maybe\":\"" + MAYBE + "\"}";
    }

    /** For people, in each language, since none could be read out of the address. */
    private static final String PAGE = """
            <!doctype html><html lang="ru"><meta charset="utf-8"><title>Darya</title>
            <p lang="ru">Этот запрос не удалось прочитать. Возможно, адрес слишком длинный. <a href="/ru">На главную</a></p>
            <p lang="kk">Бұл сұрауды оқу мүмкін болмады. Мүмкін, мекенжай тым ұзын. <a href="/kk">Басты бетке</a></p>
            <p lang="en">This request could not be read. Maybe its address is too long. <a href="/en">To the front page</a></p>
            </html>
            """;

    private static final class Telling extends ErrorReportValve {
        Telling() {
            setShowReport(false);
            setShowServerInfo(false);
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            String uri = request.getRequestURI();
            boolean program = uri == null || uri.startsWith("/sta") || uri.startsWith("/api");
            byte[] body = (program ? json(status, uri) : PAGE).getBytes(StandardCharsets.UTF_8);
            try {
                response.setContentType(
                        !program
                                ? "text/html;charset=UTF-8"
                                : uri != null && uri.startsWith("/api")
                                        ? "application/problem+json"
                                        : "application/json;charset=UTF-8");
                response.setContentLength(body.length);
                response.getOutputStream().write(body);
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                container.getLogger().debug("the client is gone", e);
            }
        }
    }
}
