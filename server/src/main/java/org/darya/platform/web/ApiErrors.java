package org.darya.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.darya.platform.ApiProblem;
import org.darya.platform.Language;
import org.darya.platform.ProblemCode;
import org.darya.platform.Unreadable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Errors of the API as RFC 9457 problem details: a stable code, what was wrong with the value, and a line of advice, in
 * the language asked for by {@code ?lang=} or {@code Accept-Language}. Errors of pages are left to the portal.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final JsonMapper json;

    ApiErrors(JsonMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!request.getRequestURI().startsWith("/api/")) {
            return null;
        }
        ApiProblem problem = problem(request, exception);
        if (problem.code() == ProblemCode.INTERNAL) {
            LOG.error("{} {}", request.getMethod(), request.getRequestURI(), exception);
        }
        try {
            write(request, response, problem);
        } catch (IOException e) {
            LOG.debug("the client went away", e);
        }
        return new ModelAndView();
    }

    private static ApiProblem problem(HttpServletRequest request, Exception exception) {
        return switch (exception) {
            case ApiProblem own -> own;
            case MethodArgumentTypeMismatchException wrong ->
                new ApiProblem(
                        ProblemCode.BAD_PARAMETER,
                        wrong.getName(),
                        String.valueOf(wrong.getValue()),
                        wrong.getRequiredType() == null ? "" : type(wrong.getRequiredType()));
            case MissingServletRequestParameterException missing ->
                new ApiProblem(ProblemCode.MISSING_PARAMETER, missing.getParameterName());
            case HttpRequestMethodNotSupportedException method ->
                new ApiProblem(
                        ProblemCode.METHOD_NOT_ALLOWED,
                        method.getMethod(),
                        String.join(
                                ", ",
                                method.getSupportedMethods() == null ? new String[0] : method.getSupportedMethods()));
            case HttpMediaTypeNotAcceptableException media ->
                new ApiProblem(ProblemCode.NOT_ACCEPTABLE, String.valueOf(request.getHeader("Accept")));
            case HttpMediaTypeNotSupportedException media ->
                new ApiProblem(ProblemCode.UNSUPPORTED_MEDIA_TYPE, String.valueOf(media.getContentType()));
            case HttpMessageNotReadableException body when tooLarge(body) -> new ApiProblem(ProblemCode.TOO_LARGE);
            case BodyLimit.TooLarge body -> new ApiProblem(ProblemCode.TOO_LARGE);
            case HttpMessageNotReadableException body -> new ApiProblem(ProblemCode.BAD_REQUEST);
            case NoResourceFoundException nothing ->
                new ApiProblem(ProblemCode.NO_SUCH_ADDRESS, request.getRequestURI());
            case NoHandlerFoundException nothing ->
                new ApiProblem(ProblemCode.NO_SUCH_ADDRESS, request.getRequestURI());
            case Exception unreadable when Unreadable.is(unreadable) -> new ApiProblem(ProblemCode.BAD_REQUEST);
            default -> new ApiProblem(ProblemCode.INTERNAL);
        };
    }

    /** The language asked for, or null where the parameters cannot even be read. */
    private static @Nullable String asked(HttpServletRequest request) {
        try {
            return request.getParameter("lang");
        } catch (IllegalStateException | RequestRejectedException e) {
            return null;
        }
    }

    private static boolean tooLarge(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.TooLarge) {
                return true;
            }
        }
        return false;
    }

    private static String type(Class<?> type) {
        if (type.isEnum()) {
            return String.join(
                    ", ",
                    List.of(type.getEnumConstants()).stream()
                            .map(Object::toString)
                            .toList());
        }
        return type == int.class || type == Integer.class ? "0, 1, 2 …" : type.getSimpleName();
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ApiProblem problem)
            throws IOException {
        Language asked = Language.ofTag(asked(request));
        Language language = asked != null && Language.OF_PAGES.contains(asked)
                ? asked
                : Language.ofHeader(request.getHeader("Accept-Language"));
        ResourceBundle words = ResourceBundle.getBundle(
                "messages.errors",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        ProblemCode code = problem.code();
        ProblemDetail detail = ProblemDetail.forStatus(code.status());
        detail.setType(URI.create("/" + language.tag() + "/api#" + code.code()));
        detail.setTitle(words.getString(code.code() + ".title"));
        detail.setDetail(said(words, code.code() + ".detail", language.locale(), problem));
        detail.setInstance(URI.create(request.getRequestURI().replaceAll("[^\\x21-\\x7e]|[\"<>\\\\^`{|}]", "_")));
        detail.setProperty("code", code.code());
        detail.setProperty("maybe", said(words, code.code() + ".maybe", language.locale(), problem));
        response.setStatus(code.status());
        response.setContentType("application/problem+json;charset=utf-8");
        response.setHeader("Content-Language", language.tag());
        if (code == ProblemCode.METHOD_NOT_ALLOWED && problem.values().size() > 1) {
            response.setHeader("Allow", problem.values().get(1));
        }
        response.getOutputStream().write(json.writeValueAsBytes(detail));
    }

    private static String said(ResourceBundle words, String key, Locale locale, ApiProblem problem) {
        return new MessageFormat(words.getString(key), locale)
                .format(problem.values().toArray());
    }
}
