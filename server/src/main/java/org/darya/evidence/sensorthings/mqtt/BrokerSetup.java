package org.darya.evidence.sensorthings.mqtt;

import jakarta.annotation.PreDestroy;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.store.Writer;
import org.darya.evidence.sensorthings.web.Service;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Opens the broker where a port was given, once HTTP answers: messages carry its address. */
@Configuration(proxyBeanMethods = false)
class BrokerSetup {
    private final Service service;
    private final Writer writer;
    private final boolean open;
    private final int port;
    private final String bind;
    private @Nullable Broker broker;

    BrokerSetup(
            Service service,
            Writer writer,
            @Value("${darya.sta.open:false}") boolean open,
            @Value("${darya.mqtt.port:0}") int port,
            @Value("${darya.mqtt.bind:127.0.0.1}") String bind) {
        this.service = service;
        this.writer = writer;
        this.open = open;
        this.port = port;
        this.bind = bind;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        if (port > 0) {
            Rights anybody = open ? Rights.operator("open", "open") : Rights.ANYBODY;
            String host = bind.equals("0.0.0.0") ? "localhost" : bind;
            String root =
                    "http://%s:%d/sta/v1.1".formatted(host, event.getWebServer().getPort());
            Broker opened = new Broker(service, (user, password) -> user == null ? anybody : null, bind, port, root);
            writer.listen(opened);
            broker = opened;
        }
    }

    @PreDestroy
    void close() {
        if (broker != null) {
            broker.close();
        }
    }
}
