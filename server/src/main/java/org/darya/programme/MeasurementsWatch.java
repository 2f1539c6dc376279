package org.darya.programme;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks now and then whether an import, which is a process of its own, changed series that indicators are computed from, and
 * brings indicators and findings up to date. A look is one short query.
 */
@Component
@ConditionalOnProperty("darya.programme")
class MeasurementsWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MeasurementsWatch.class);

    private final Measurements measurements;
    private final Duration pause;
    private volatile boolean running;
    private volatile Thread watcher = new Thread(() -> {});

    MeasurementsWatch(Measurements measurements, @Value("${darya.watch:PT15S}") Duration pause) {
        this.measurements = measurements;
        this.pause = pause;
    }

    @Override
    public void start() {
        running = true;
        watcher = Thread.ofVirtual().name("measurements").start(this::watch);
    }

    private void watch() {
        while (running) {
            try {
                Thread.sleep(pause);
                if (measurements.outdated()) {
                    measurements.renew();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("Indicators could not be brought up to date: {}", e.getMessage());
                }
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        watcher.interrupt();
        try {
            watcher.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
