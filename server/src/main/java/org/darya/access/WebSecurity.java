package org.darya.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Spring Security as far as it is of use: the firewall against twisted addresses, forms that others' pages cannot send, and
 * the dance with a provider of identities. Headers are those of the platform; who may do what is the matter of the
 * {@link RouteGuard}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ConditionalOnWebApplication
class WebSecurity {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, ObjectProvider<OidcSignIn> provider) throws Exception {
        http.csrf(csrf -> csrf.csrfTokenRepository(new FormTokens())
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(WebSecurity::mustShowItsForm))
                .headers(headers -> headers.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .securityContext(context -> context.disable())
                .sessionManagement(session -> session.disable())
                .servletApi(api -> api.disable())
                .anonymous(anonymous -> anonymous.disable());
        OidcSignIn oidc = provider.getIfAvailable();
        if (oidc != null) {
            oidc.addTo(http);
        }
        return http.build();
    }

    @Bean
    FilterRegistrationBean<Filter> securityAfterTheCaller(
            @Qualifier("springSecurityFilterChain") Filter springSecurityFilterChain) {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (request instanceof HttpServletRequest asked && needsNoForm(asked)) {
                chain.doFilter(request, response);
            } else {
                springSecurityFilterChain.doFilter(request, response, chain);
            }
        });
        registration.setName("security");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }

    /** The container takes every filter that it finds, and this one stands in the other's place already. */
    @Bean
    FilterRegistrationBean<Filter> securityOnceOnly(
            @Qualifier("springSecurityFilterChain") Filter springSecurityFilterChain) {
        var registration = new FilterRegistrationBean<>(springSecurityFilterChain);
        registration.setEnabled(false);
        return registration;
    }

    /**
     * SensorThings is asked thousands of times a second, and its servlet takes no address but its own. What a browser did not
     * send by itself, with the cookie of a session, needs no form to have been shown; the chain would look for nothing else.
     */
    private static boolean needsNoForm(HttpServletRequest request) {
        return request.getServletPath().startsWith("/sta/") && Requests.session(request) == null;
    }

    /** A token in a header is never sent by a browser on its own, so what comes with one needs no form. */
    private static boolean mustShowItsForm(HttpServletRequest request) {
        if (HARMLESS.contains(request.getMethod()) || request.getHeader("Authorization") != null) {
            return false;
        }
        return !RouteGuard.forPrograms(request.getRequestURI()) || Requests.session(request) != null;
    }
}
