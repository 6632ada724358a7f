package org.keizoku.platform.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.springframework.web.util.UriUtils;

/**
 * A request's path with every disguise taken off: encoding, matrix parameters, dots, double slashes, upper case.
 *
 * @param value what it comes down to, in lower case
 * @param isAsWritten whether there was no disguise at all (but for upper case)
 */
record PlainPath(String value, boolean isAsWritten) {

    static PlainPath of(String uri) {
        String path = uri;
        for (int layer = 0; layer < 5 && path.contains("%"); layer++) {
            String decoded = decode(path);
            if (decoded.equals(path)) {
                break;
            }
            path = decoded;
        }
        path = path.replace('\\', '/').replaceAll(";[^/]*", "").replaceAll("/{2,}", "/");
        path = withoutDots(path).replaceAll("(?<=.)/+$", "");
        String written = uri.replaceAll("(?<=.)/$", "");
        return new PlainPath(path.toLowerCase(Locale.ROOT), path.equals(written));
    }

    private static String decode(String path) {
        try {
            return UriUtils.decode(path, "UTF-8");
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private static String withoutDots(String path) {
        try {
            return new URI(null, null, path, null).normalize().getPath();
        } catch (URISyntaxException unreadable) {
            return path;
        }
    }
}
