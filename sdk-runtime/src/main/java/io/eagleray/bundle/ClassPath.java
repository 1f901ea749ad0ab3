package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Class paths as the JVM writes them. */
public final class ClassPath {
    private ClassPath() {}

    /**
     * Reads a class path; entries that do not exist are left out, as the JVM does.
     *
     * @param text entries separated by the platform's path separator
     * @return the entries as absolute paths, in order, once each
     */
    public static List<Path> parse(String text) {
        return Arrays.stream(text.split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .filter(Files::exists)
                .distinct()
                .toList();
    }

    /**
     * Where a class of this process comes from.
     *
     * @param type the class
     * @return its directory or jar
     * @throws ConfigurationException when that is neither
     */
    public static Path origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | RuntimeException e) {
            throw new ConfigurationException(
                    "cannot tell which jar has " + type.getName() + " (" + e + "): start Eagleray from ordinary jars",
                    e);
        }
    }

    /**
     * A jar, and the jars and directories that its manifest and theirs name as their class path, as the JVM follows them.
     *
     * @param jar the jar
     * @return the jar first, the others in the order of their mention; what does not exist is left out
     * @throws ConfigurationException when one of them cannot be read
     */
    public static List<Path> withManifests(Path jar) {
        Set<Path> found = new LinkedHashSet<>();
        follow(jar.toAbsolutePath().normalize(), found);
        return List.copyOf(found);
    }

    /**
     * What a jar stands for on a class path.
     *
     * @param jar any jar
     * @param cache the folder in which archives are unpacked
     * @return what is in it for a Spring Boot archive; for another the jar with what its manifest names
     * @throws ConfigurationException when a jar cannot be read or unpacked
     */
    public static List<Path> ofJar(Path jar, Path cache) {
        List<Path> unpacked = BootArchive.classPath(jar, cache);
        return unpacked.equals(List.of(jar)) ? withManifests(jar) : unpacked;
    }

    private static void follow(Path entry, Set<Path> found) {
        if (found.add(entry) && Files.isRegularFile(entry)) {
            mentioned(entry).forEach(mentioned -> follow(mentioned, found));
        }
    }

    private static List<Path> mentioned(Path jar) {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            String classPath =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Name.CLASS_PATH);
            return classPath == null
                    ? List.of()
                    : Arrays.stream(classPath.strip().split(" +"))
                            .map(jar.toUri()::resolve)
                            .filter(uri -> "file".equals(uri.getScheme()))
                            .map(Path::of)
                            .filter(Files::exists)
                            .toList();
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "cannot read the jar " + jar + " (" + e.getMessage() + "): build it again, or take it off the class"
                            + " path",
                    e);
        }
    }
}
