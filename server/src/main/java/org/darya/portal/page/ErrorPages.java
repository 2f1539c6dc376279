package org.darya.portal.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.darya.platform.Unreadable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages for what went wrong, in the reader's language: what happened and where to go, never the insides of the server. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(PageProblem.class)
    PageView problem(PageProblem problem, HttpServletRequest request) {
        Page page = pages.begin(Visit.of(request, request.getRequestURI()));
        return view(page, problem.status(), problem.detail(page), problem.maybe(page));
    }

    /** What holds no text cannot be read; any other fault of the kind is ours. */
    @ExceptionHandler({RequestRejectedException.class, IllegalStateException.class, DataAccessException.class})
    PageView unreadable(RuntimeException problem, HttpServletRequest request) {
        if (!Unreadable.is(problem)) {
            throw problem;
        }
        Page page = pages.begin(Visit.of(request, request.getRequestURI()));
        return view(page, 400, page.t("error.bad-request.detail"), page.t("error.bad-request.maybe"));
    }

    /** Everything that no page answered. Errors of the interface for programs have no page. */
    @RequestMapping("/error")
    Object other(HttpServletRequest request) {
        String uri = attribute(request, RequestDispatcher.ERROR_REQUEST_URI, "/");
        int status = Integer.parseInt(attribute(request, RequestDispatcher.ERROR_STATUS_CODE, "404"));
        if (uri.startsWith("/api/") || uri.startsWith("/actuator")) {
            return ResponseEntity.status(status).build();
        }
        Page page = pages.begin(Visit.of(request, uri));
        return switch (status / 100 * 100 + (status == 404 || status == 403 ? status % 100 : 0)) {
            case 404 -> view(page, status, page.t("error.not-found.detail"), page.t("error.not-found.maybe"));
            case 403 -> view(page, status, page.t("error.forbidden.detail"), page.t("error.forbidden.maybe"));
            case 400 -> view(page, status, page.t("error.bad-request.detail"), page.t("error.bad-request.maybe"));
            default -> view(page, status, page.t("error.internal.detail"), page.t("error.internal.maybe"));
        };
    }

    private static PageView view(Page page, int status, String detail, String maybe) {
        String title = status == 404
                ? page.t("error.not-found.title")
                : status == 403
                        ? page.t("error.forbidden.title")
                        : status < 500 ? page.t("error.bad-request.title") : page.t("error.internal.title");
        Map<String, Object> values = new HashMap<>();
        values.put("page", page);
        values.put("view", new ErrorView(status, title, detail, maybe));
        return new PageView("error", values, status);
    }

    private static String attribute(HttpServletRequest request, String name, String otherwise) {
        @Nullable Object value = request.getAttribute(name);
        return value == null ? otherwise : value.toString();
    }
}
