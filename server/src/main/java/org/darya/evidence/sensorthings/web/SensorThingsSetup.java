package org.darya.evidence.sensorthings.web;

import jakarta.servlet.http.HttpServletRequest;
import org.darya.access.Callers;
import org.darya.evidence.sensorthings.CallerRights;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.store.Streams;
import org.darya.evidence.sensorthings.store.Writer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the service together: a servlet of its own, since every microsecond before it counts in single creations. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SensorThingsSetup {
    @Bean(destroyMethod = "close")
    ObservationPool observationPool(
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        return new ObservationPool(url, user, password);
    }

    @Bean
    Streams observationStreams() {
        return new Streams();
    }

    @Bean(destroyMethod = "close")
    Writer observationWriter(ObservationPool pool, Streams streams) {
        var writer = new Writer(pool.source(), streams);
        writer.start();
        return writer;
    }

    @Bean
    Service sensorThingsService(
            ObservationPool pool,
            Writer writer,
            Streams streams,
            @Value("${darya.sta.spread:false}") boolean asIfSpread) {
        return new Service(pool, writer, streams, new Spread(asIfSpread));
    }

    @Bean
    ServletRegistrationBean<StaServlet> sensorThings(
            ObservationPool pool,
            Service service,
            @Value("${darya.sta.open:false}") boolean open,
            @Value("${darya.mqtt.port:0}") int mqttPort) {
        var root = new Root(pool.source(), "Darya 1.0.0", mqttPort);
        var registration = new ServletRegistrationBean<>(
                new StaServlet(service, root, request -> rights(request, open)),
                StaServlet.MAPPING,
                StaServlet.MAPPING + "/*");
        registration.setName("sensorthings");
        registration.setLoadOnStartup(-1);
        return registration;
    }

    /** A word that is no token, or one for something else, is refused rather than taken for nobody. */
    private static Rights rights(HttpServletRequest request, boolean open) {
        var caller = Callers.current();
        if (caller.anonymous() && request.getHeader("Authorization") != null) {
            throw new StaProblem(
                    401, "The token is not good.", "Maybe it expired, was revoked, or was copied in part.");
        }
        if (caller.anonymous() && open) {
            return Rights.operator("open", "open").from(Callers.address());
        }
        Rights rights = CallerRights.of(caller);
        if (rights == null) {
            throw new StaProblem(
                    403, "The token is not for observations.", "Maybe make one with the scope observations or read.");
        }
        return rights.writes() ? rights.from(Callers.address()) : rights;
    }
}
