package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.eagleray.spec.ClassSpec;
import io.eagleray.wire.Specs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/** The spec files that the annotation processor has written. */
final class SpecFiles {
    static final String FOLDER = "META-INF/eagleray/";
    static final String SUFFIX = ".json";

    /** Far above what a class can hold: its methods meet the JVM's limits first. */
    private static final int MAX_BYTES = 64 << 20;

    private SpecFiles() {}

    /** Hands over each spec with the directory or jar it was found in, in the order of the class path. */
    static void search(List<Path> classPath, BiConsumer<Path, ClassSpec> found) {
        new ClassPathFiles(FOLDER, SUFFIX, MAX_BYTES).search(classPath, file -> {
            found.accept(file.entry(), read(file));
            return true;
        });
    }

    private static ClassSpec read(ClassPathFile file) {
        String place = file.name() + " in " + file.entry();
        ClassSpec spec;
        try {
            spec = Specs.read(new String(file.content(), StandardCharsets.UTF_8));
        } catch (EaglerayException e) {
            throw new ConfigurationException(place + ": " + e.getMessage(), e);
        }
        String expected = file.name().substring(FOLDER.length(), file.name().length() - SUFFIX.length());
        if (!spec.className().equals(expected)) {
            throw new ConfigurationException(
                    place + " describes another class, " + spec.className() + ": compile both classes again");
        }
        return spec;
    }
}
