package io.eagleray.flyte.pod;

import io.eagleray.call.ValueType;
import io.eagleray.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * All that {@code loader.py} is told.
 *
 * @param packages where each package is
 * @param boot the package that a JVM begins with
 * @param main the class that it begins with
 * @param needed the packages that every task needs
 * @param classPaths the files with class paths, in the package that {@code loader.py} comes in
 * @param tasks the tasks, by their names
 */
record StartCode(
        List<StoredPackage> packages,
        String boot,
        String main,
        List<String> needed,
        List<String> classPaths,
        Map<String, LoadedTask> tasks) {
    private static final ValueType TYPE = ValueType.of(StartCode.class);

    byte[] json() {
        return Json.write(this, TYPE).getBytes(StandardCharsets.UTF_8);
    }
}
