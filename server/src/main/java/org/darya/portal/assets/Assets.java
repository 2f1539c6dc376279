package org.darya.portal.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The files that pages ask for, held in memory under an address that names their content: a browser may keep them for ever,
 * and a new version has a new address.
 */
@Component
public class Assets {
    private static final String FONTS = "META-INF/resources/_static/%s/%s/files/%s.woff2";
    private static final String[] SUBSETS = {"latin", "latin-ext", "cyrillic", "cyrillic-ext"};

    private final Map<String, Asset> files = new LinkedHashMap<>();
    private final String folder;

    /** A file with its media type. */
    record Asset(String type, byte[] bytes) {}

    Assets() {
        add("darya.css", "text/css;charset=utf-8", "assets/darya.css");
        add("icon.svg", "image/svg+xml", "assets/icon.svg");
        for (String subset : SUBSETS) {
            font("inter", "5.2.5", "inter-%s-400-normal".formatted(subset));
            font("inter", "5.2.5", "inter-%s-600-normal".formatted(subset));
            font("pt-serif", "5.1.0", "pt-serif-%s-700-normal".formatted(subset));
        }
        folder = "/assets/" + fingerprint();
    }

    private void font(String family, String version, String name) {
        add(name + ".woff2", "font/woff2", FONTS.formatted(family, version, name));
    }

    private void add(String name, String type, String resource) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no file " + resource + " among those of Darya and its jars");
            }
            files.put(name, new Asset(type, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(file -> digest.update(file.bytes()));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address that all files stand under. */
    public String folder() {
        return folder;
    }

    @Nullable
    Asset find(String name) {
        return files.get(name);
    }
}
