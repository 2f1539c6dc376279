package org.darya;

import java.util.Map;

/** The very settings that the option --proxy makes. */
public final class Proxied {
    private Proxied() {}

    public static Map<String, Object> settings(String proxy) {
        return Serve.behind(proxy);
    }
}
