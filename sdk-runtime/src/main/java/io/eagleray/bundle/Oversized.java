package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what is too large to ship, and what makes it so. */
final class Oversized {
    private static final int SHOWN = 5;

    private Oversized() {}

    static ConfigurationException of(Path entry, long limit) {
        String largest = EntryFiles.with(entry, files -> largest(files.sizes()));
        return new ConfigurationException("the class path entry " + entry + " does not fit into a zip of " + limit
                + " bytes, the most that Ray takes; the largest files in it are " + largest
                + ": take data out of it, or leave its libraries in jars of their own");
    }

    static ConfigurationException of(Path folder, Map<String, Long> sizes, long limit) {
        return new ConfigurationException("the folder " + folder + " does not fit into a zip of " + limit
                + " bytes, the most that Ray takes; the largest files in it are " + largest(sizes)
                + ": leave out what the job does not need with excludes of @RuntimeEnv, or put it where all nodes reach"
                + " it and give its URI, such as s3://bucket/data.zip");
    }

    private static String largest(Map<String, Long> sizes) {
        return sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN)
                .map(file -> file.getKey() + " (" + file.getValue() + " bytes)")
                .collect(Collectors.joining(", "));
    }
}
