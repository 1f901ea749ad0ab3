package io.eagleray.backend.ray;

import io.eagleray.backend.Shown;
import io.eagleray.client.ConfigurationException;
import java.util.regex.Pattern;

/** Ids of jobs. Ray takes others too and trips over them: a slash leaves a job that never starts. */
final class JobIds {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    private JobIds() {}

    static boolean isValid(String id) {
        return ID.matcher(id).matches();
    }

    static String check(String id) {
        if (!isValid(id)) {
            throw new ConfigurationException("\"" + Shown.of(id, 128)
                    + "\" is no id of a job: use letters, digits, \".\", \"_\" and \"-\", at most 128");
        }
        return id;
    }
}
