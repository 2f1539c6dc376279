package org.darya.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.darya.platform.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Signing in through a provider of identities (OpenID Connect, authorisation code with PKCE), where one is configured. The
 * provider says who it is; which account that is, an administrator said before. The provider is asked for its addresses when
 * somebody signs in, so that Darya starts without it.
 */
@Component
@ConditionalOnProperty("darya.oidc.issuer")
class OidcSignIn implements ClientRegistrationRepository {
    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final List<String> SECOND_FACTORS = List.of("mfa", "otp", "hwk", "swk", "sc");

    private final String issuer;
    private final String client;
    private final String secret;
    private final SignIn signIn;

    /** One registration for each language of the pages, so that the way back leads to the same. */
    private final Map<String, ClientRegistration> registrations = new ConcurrentHashMap<>();

    OidcSignIn(
            @Value("${darya.oidc.issuer}") String issuer,
            @Value("${darya.oidc.client-id}") String client,
            @Value("${darya.oidc.client-secret}") String secret,
            SignIn signIn) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
        this.signIn = signIn;
    }

    void addTo(HttpSecurity http) throws Exception {
        http.oauth2Login(login -> login.clientRegistrationRepository(this)
                .loginPage("/ru/sign-in")
                .authorizationEndpoint(start -> start.baseUri("/oidc/start"))
                .redirectionEndpoint(back -> back.baseUri("/oidc/back"))
                .successHandler(this::succeeded)
                .failureHandler((request, response, why) -> {
                    LOG.warn("the provider of identities was of no use: {}", why.getMessage());
                    refuse(
                            request,
                            response,
                            Language.ofHeader(request.getHeader("Accept-Language"))
                                    .tag());
                }));
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String language) {
        Language asked = Language.ofTag(language);
        if (asked == null || !Language.OF_PAGES.contains(asked)) {
            return null;
        }
        return registrations.computeIfAbsent(
                language,
                tag -> ClientRegistrations.fromIssuerLocation(issuer)
                        .registrationId(tag)
                        .clientId(client)
                        .clientSecret(secret)
                        .redirectUri("{baseUrl}/oidc/back")
                        .scope("openid")
                        .build());
    }

    private void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        String language = authentication instanceof OAuth2AuthenticationToken token
                ? token.getAuthorizedClientRegistrationId()
                : Language.RU.tag();
        HttpSession dance = request.getSession(false);
        if (dance != null) {
            dance.invalidate();
        }
        OidcUser user = authentication.getPrincipal() instanceof OidcUser known ? known : null;
        String subject = user == null ? null : user.getSubject();
        if (user == null || subject == null) {
            refuse(request, response, language);
            return;
        }
        List<String> methods = user.getClaimAsStringList("amr");
        boolean secondFactor = methods != null && methods.stream().anyMatch(SECOND_FACTORS::contains);
        SignIn.Outcome outcome = signIn.provider(issuer, subject, secondFactor, Requests.address(request));
        if (outcome instanceof SignIn.Outcome.In in) {
            Cookies.SESSION.set(request, response, in.word());
            if (in.device() != null) {
                Cookies.DEVICE.set(request, response, in.device());
            }
            // A redirect would still count as coming from the provider, and the strict cookie would stay behind.
            response.setHeader("Refresh", "0; url=/" + language + "/sign-in/next");
        } else {
            refuse(request, response, language);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String language) {
        response.setHeader("Refresh", "0; url=/" + language + "/sign-in?refused=provider");
    }
}
