package org.darya.evidence.sensorthings.mqtt;

import jakarta.annotation.PreDestroy;
import org.darya.access.Caller;
import org.darya.access.Sessions;
import org.darya.access.SignIn;
import org.darya.access.Tokens;
import org.darya.evidence.sensorthings.CallerRights;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.store.Writer;
import org.darya.evidence.sensorthings.web.Service;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Opens the broker where a port was given, once HTTP answers: messages carry its address. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class BrokerSetup {
    private final Service service;
    private final Writer writer;
    private final Tokens tokens;
    private final SignIn signIn;
    private final Sessions sessions;
    private final boolean open;
    private final int port;
    private final String bind;
    private @Nullable Broker broker;

    BrokerSetup(
            Service service,
            Writer writer,
            Tokens tokens,
            SignIn signIn,
            Sessions sessions,
            @Value("${darya.sta.open:false}") boolean open,
            @Value("${darya.mqtt.port:0}") int port,
            @Value("${darya.mqtt.bind:127.0.0.1}") String bind) {
        this.service = service;
        this.writer = writer;
        this.tokens = tokens;
        this.signIn = signIn;
        this.sessions = sessions;
        this.open = open;
        this.port = port;
        this.bind = bind;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        if (port > 0) {
            String host = bind.equals("0.0.0.0") ? "localhost" : bind;
            String root =
                    "http://%s:%d/sta/v1.1".formatted(host, event.getWebServer().getPort());
            Broker opened = new Broker(service, this::rights, bind, port, root);
            writer.listen(opened);
            broker = opened;
        }
    }

    /**
     * The password is a token, whatever the name; or name and password are those of an account that needs no second
     * factor. Who gives none is anybody.
     */
    private @Nullable Rights rights(@Nullable String user, @Nullable String password, String address) {
        if (user == null && password == null) {
            return open ? Rights.operator("open", "open").from(address) : Rights.ANYBODY;
        }
        String word = password == null ? "" : password;
        Caller caller = word.startsWith(Tokens.PREFIX)
                ? tokens.caller(word)
                : signedIn(user == null ? "" : user, word, address);
        Rights rights = caller == null ? null : CallerRights.of(caller);
        return rights == null ? null : rights.from(address);
    }

    private @Nullable Caller signedIn(String user, String password, String address) {
        if (signIn.password(user, password, address, null)
                        instanceof SignIn.Outcome.In(String word, Sessions.Stage stage, var _)
                && stage == Sessions.Stage.FULL) {
            Sessions.Session session = sessions.find(word);
            return session == null ? null : session.caller();
        }
        return null;
    }

    @PreDestroy
    void close() {
        if (broker != null) {
            broker.close();
        }
    }
}
