package org.darya.evidence.sensorthings.web;

import javax.sql.DataSource;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.store.Streams;
import org.darya.evidence.sensorthings.store.Writer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the service together: a servlet of its own, since every microsecond before it counts in single creations. */
@Configuration(proxyBeanMethods = false)
class SensorThingsSetup {
    @Bean
    Streams observationStreams() {
        return new Streams();
    }

    @Bean(destroyMethod = "close")
    Writer observationWriter(DataSource source, Streams streams) {
        var writer = new Writer(source, streams);
        writer.start();
        return writer;
    }

    @Bean
    Service sensorThingsService(DataSource source, Writer writer, Streams streams) {
        return new Service(source, writer, streams);
    }

    @Bean
    ServletRegistrationBean<StaServlet> sensorThings(
            DataSource source,
            Service service,
            @Value("${darya.sta.open:false}") boolean open,
            @Value("${darya.mqtt.port:0}") int mqttPort) {
        Rights anybody = open ? Rights.operator("open", "open") : Rights.ANYBODY;
        var root = new Root(source, "Darya 1.0.0", mqttPort);
        var registration = new ServletRegistrationBean<>(
                new StaServlet(service, root, request -> anybody), StaServlet.MAPPING, StaServlet.MAPPING + "/*");
        registration.setName("sensorthings");
        registration.setLoadOnStartup(-1);
        return registration;
    }
}
