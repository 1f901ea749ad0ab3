package io.eagleray.backend.ray;

import io.eagleray.client.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Headers as they are set: {@code Name: value}, one a line or with {@code ;} between them. */
final class HeaderLines {
    /** What the client sets itself. */
    private static final Set<String> OWN = Set.of("host", "content-length", "connection", "upgrade", "expect");

    private HeaderLines() {}

    static Map<String, String> read(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : text.split("[;\\r\\n]+", -1)) {
            if (!line.isBlank()) {
                add(headers, line);
            }
        }
        return headers;
    }

    private static void add(Map<String, String> headers, String line) {
        int colon = line.indexOf(':');
        String name = line.substring(0, Math.max(colon, 0)).strip();
        String value = line.substring(colon + 1).strip();
        if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") || !value.matches("[ -~]+")) {
            throw new ConfigurationException("EAGLERAY_HEADERS: header " + (headers.size() + 1)
                    + " is not of the form Name: value; write one a line, or put ; between them");
        }
        if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new ConfigurationException("EAGLERAY_HEADERS: " + name + " cannot be set: leave it out");
        }
        headers.put(name, value);
    }
}
