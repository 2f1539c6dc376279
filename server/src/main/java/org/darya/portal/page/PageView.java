package org.darya.portal.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.CRC32C;
import org.darya.access.Callers;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.View;

/**
 * A template with its values. The whole page is made before its first byte is sent, so that a fault gives an error page and
 * never half a page, and a page that did not change is not sent again.
 */
public record PageView(String template, Map<String, Object> values, int status) implements View {
    /** Attribute of a request whose page is for one reader only. */
    static final String PRIVATE = PageView.class.getName() + ".private";

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.darya.portal.jte");

    @Override
    public String getContentType() {
        return "text/html;charset=utf-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = new Utf8ByteOutput();
        ENGINE.render(template + ".jte", values, body);
        response.setStatus(status);
        response.setContentType(getContentType());
        boolean own =
                request.getAttribute(PRIVATE) != null || !Callers.current().anonymous();
        response.setHeader("Cache-Control", own ? "no-store" : "no-cache");
        if (!own && status == 200 && new ServletWebRequest(request, response).checkNotModified(tag(body))) {
            return;
        }
        response.setContentLength(body.getContentLength());
        body.writeTo(response.getOutputStream());
    }

    /** Weak, because the server may compress what it names. */
    private static String tag(Utf8ByteOutput body) throws IOException {
        var bytes = new ByteArrayOutputStream(body.getContentLength());
        body.writeTo(bytes);
        var sum = new CRC32C();
        sum.update(bytes.toByteArray());
        return "W/\"%x-%x\"".formatted(body.getContentLength(), sum.getValue());
    }
}
