package org.darya.access;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the teller of callers before the pool, whoever asks for a connection. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    static BeanPostProcessor callersBeforeThePool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool && !(bean instanceof CallerDataSource)
                        ? new CallerDataSource(pool)
                        : bean;
            }
        };
    }
}
