package org.darya.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.darya.access.RouteTable.Route;
import org.darya.platform.ApiProblem;
import org.darya.platform.ProblemCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Holds every request to the {@link RouteTable}, by the very pattern under which its handler was found. An address that the
 * table does not name is closed to everybody.
 */
@Component
class RouteGuard implements HandlerInterceptor, WebMvcConfigurer {
    private final RouteTable table = RouteTable.read();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Integer.MIN_VALUE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String path = String.valueOf(pattern);
        if (path.equals("/error") || request.getMethod().equals("OPTIONS")) {
            return true;
        }
        boolean program = forPrograms(request.getRequestURI());
        Caller caller = Callers.current();
        if (program && request.getAttribute(CallerFilter.UNKNOWN) != null) {
            throw new ApiProblem(ProblemCode.UNAUTHENTICATED);
        }
        Route route = table.find(request.getMethod(), path);
        if (route != null && route.open(caller)) {
            return true;
        }
        if (program) {
            if (route == null) {
                throw new ApiProblem(ProblemCode.NO_SUCH_ADDRESS, request.getRequestURI());
            }
            throw new ApiProblem(caller.anonymous() ? ProblemCode.UNAUTHENTICATED : ProblemCode.FORBIDDEN);
        }
        if (route == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (caller.anonymous()
                && path.startsWith("/{language")
                && request.getMethod().equals("GET")) {
            String language = request.getRequestURI().substring(0, 3);
            response.sendRedirect(
                    language + "/sign-in?next=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
        return false;
    }

    static boolean forPrograms(String uri) {
        return uri.startsWith("/api/") || uri.startsWith("/sta/");
    }
}
