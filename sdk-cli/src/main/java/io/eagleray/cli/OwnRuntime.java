package io.eagleray.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eagleray.bundle.ClassPath;
import io.eagleray.call.TaskCall;
import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.TaskSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.slf4j.Logger;

/** The SDK that this command brings, for applications that come without one: a plain folder of classes. */
final class OwnRuntime {
    private static final String MARK = TaskCall.class.getName().replace('.', '/') + ".class";

    private OwnRuntime() {}

    /** Whether a class path has an SDK already. */
    static boolean isOn(Collection<Path> classPath) {
        return classPath.stream().anyMatch(OwnRuntime::holds);
    }

    /** The SDK's jars and what it needs. */
    static List<Path> classPath() {
        return Stream.of(
                        TaskCall.class,
                        TaskSpec.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonProperty.class,
                        Logger.class)
                .map(ClassPath::origin)
                .distinct()
                .toList();
    }

    private static boolean holds(Path entry) {
        if (Files.isDirectory(entry)) {
            return Files.exists(entry.resolve(MARK));
        }
        try (ZipFile zip = new ZipFile(entry.toFile())) {
            return zip.getEntry(MARK) != null;
        } catch (IOException e) {
            throw new ConfigurationException(
                    "cannot read the class path entry " + entry + " (" + e.getMessage()
                            + "): build it again, or take it off the class path",
                    e);
        }
    }
}
