package org.darya.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.darya.access.Cookies;
import org.darya.access.Requests;
import org.darya.access.Sessions.Session;
import org.darya.access.Sessions.Stage;
import org.darya.access.SignIn;
import org.darya.access.SignIn.Outcome;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Redirect;
import org.darya.portal.page.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The way in and out, one question to a page. */
@Controller
@RequestMapping("/{language:ru|kk|en}")
class SignInController {
    private final Pages pages;
    private final SignIn signIn;
    private final @Nullable String provider;

    SignInController(
            Pages pages,
            SignIn signIn,
            @Value("${darya.oidc.issuer:}") String issuer,
            @Value("${darya.oidc.name:OpenID Connect}") String name) {
        this.pages = pages;
        this.signIn = signIn;
        this.provider = issuer.isEmpty() ? null : name;
    }

    @GetMapping("/sign-in")
    View form(
            Visit visit,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(required = false) @Nullable String refused,
            HttpServletRequest request) {
        Session session = Requests.session(request);
        if (session != null && refused == null) {
            return Redirect.to(where(visit, session.stage(), next));
        }
        return pages.show(visit, "sign-in", view(refused == null ? null : "provider", "", local(visit, next), request));
    }

    @PostMapping("/sign-in")
    View password(
            Visit visit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        String onwards = local(visit, next);
        if (!Requests.confidential(request)) {
            return pages.show(visit, "sign-in", view("open-line", name, onwards, request), 403);
        }
        Outcome outcome = signIn.password(name, password, Requests.address(request), Cookies.DEVICE.of(request));
        return switch (outcome) {
            case Outcome.In in -> further(visit, in, onwards, request, response);
            case Outcome.Blocked blocked -> pages.show(visit, "sign-in", view("blocked", name, onwards, request), 429);
            default -> pages.show(visit, "sign-in", view("wrong", name, onwards, request), 401);
        };
    }

    /** Where somebody goes whom a provider vouched for. */
    @GetMapping("/sign-in/next")
    View next(Visit visit, HttpServletRequest request) {
        Session session = Requests.session(request);
        return Redirect.to(session == null ? to(visit, "sign-in") : where(visit, session.stage(), ""));
    }

    @GetMapping({"/sign-in/code", "/sign-in/enrol"})
    View codeForm(Visit visit, @RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        Session session = Requests.session(request);
        Stage asked = visit.path().endsWith("enrol") ? Stage.ENROL : Stage.CODE;
        if (session == null || session.stage() != asked) {
            return Redirect.to(session == null ? to(visit, "sign-in") : where(visit, session.stage(), next));
        }
        return pages.show(visit, asked == Stage.ENROL ? "enrol" : "code", step(session, null));
    }

    @PostMapping({"/sign-in/code", "/sign-in/enrol"})
    View code(
            Visit visit,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Session session = Requests.session(request);
        if (session == null || (session.stage() != Stage.CODE && session.stage() != Stage.ENROL)) {
            return Redirect.to(to(visit, "sign-in"));
        }
        String template = session.stage() == Stage.ENROL ? "enrol" : "code";
        return switch (signIn.code(session, code, Requests.address(request))) {
            case Outcome.In in -> further(visit, in, local(visit, next), request, response);
            case Outcome.Blocked blocked -> pages.show(visit, template, step(session, "blocked"), 429);
            default -> pages.show(visit, template, step(session, "wrong-code"), 401);
        };
    }

    @GetMapping("/sign-in/password")
    View passwordForm(Visit visit, HttpServletRequest request) {
        Session session = Requests.session(request);
        if (session == null || (session.stage() != Stage.PASSWORD && session.stage() != Stage.FULL)) {
            return Redirect.to(session == null ? to(visit, "sign-in") : where(visit, session.stage(), ""));
        }
        return pages.show(visit, "password", new StepView(null, "", "", 0));
    }

    @PostMapping("/sign-in/password")
    View choose(
            Visit visit,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        Session session = Requests.session(request);
        if (session == null || (session.stage() != Stage.PASSWORD && session.stage() != Stage.FULL)) {
            return Redirect.to(to(visit, "sign-in"));
        }
        if (!password.equals(again)) {
            return pages.show(visit, "password", new StepView("unlike", "", "", 0), 400);
        }
        return switch (signIn.choose(session, before, password, Requests.address(request))) {
            case Outcome.In in -> further(visit, in, "", request, response);
            case Outcome.Blocked blocked -> pages.show(visit, "password", new StepView("blocked", "", "", 0), 429);
            case Outcome.Weak weak -> pages.show(visit, "password", new StepView("weak", "", "", 0), 400);
            case Outcome.Wrong wrong -> pages.show(visit, "password", new StepView("wrong-password", "", "", 0), 401);
        };
    }

    @PostMapping("/sign-out")
    View out(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Session session = Requests.session(request);
        if (session != null) {
            signIn.out(session, Requests.address(request));
        }
        Cookies.SESSION.clear(request, response);
        Cookies.FORM.clear(request, response);
        return Redirect.to(to(visit, ""));
    }

    private static View further(
            Visit visit, Outcome.In in, String next, HttpServletRequest request, HttpServletResponse response) {
        Cookies.SESSION.set(request, response, in.word());
        String device = in.device();
        if (device != null) {
            Cookies.DEVICE.set(request, response, device);
        }
        return Redirect.to(where(visit, in.stage(), next));
    }

    private static String where(Visit visit, Stage stage, String next) {
        String onwards = local(visit, next);
        String question = onwards.isEmpty() ? "" : "?next=" + URLEncoder.encode(onwards, StandardCharsets.UTF_8);
        return switch (stage) {
            case PASSWORD -> to(visit, "sign-in/password");
            case ENROL -> to(visit, "sign-in/enrol") + question;
            case CODE -> to(visit, "sign-in/code") + question;
            case FULL -> onwards.isEmpty() ? to(visit, "account") : onwards;
        };
    }

    /** Only addresses of our own are followed. */
    private static String local(Visit visit, String next) {
        return next.matches("/(ru|kk|en)/[A-Za-z0-9/_.~-]*") && !next.contains("//") ? next : "";
    }

    private static String to(Visit visit, String path) {
        return "/" + visit.language().tag() + "/" + path;
    }

    private SignInView view(@Nullable String problem, String name, String next, HttpServletRequest request) {
        return new SignInView(problem, name, Requests.confidential(request), provider, next);
    }

    private static StepView step(Session session, @Nullable String problem) {
        String secret = session.enrolling();
        if (session.stage() != Stage.ENROL || secret == null) {
            return new StepView(problem, "", "", 0);
        }
        String name = URLEncoder.encode(session.account().name(), StandardCharsets.UTF_8);
        return QrPicture.step(
                problem, "otpauth://totp/Darya:%s?secret=%s&issuer=Darya".formatted(name, secret), secret);
    }
}
