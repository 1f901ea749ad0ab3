package io.eagleray.backend.local;

import io.eagleray.backend.CacheFolder;
import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.BackendException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Ray in our cache. Its folder holds one virtual environment per attempt to install, and a file that names the one
 * that is complete. A virtual environment cannot be moved, so not the folder is put in place at the end, but this file.
 *
 * @param home the folder of one version for one Python
 */
record ManagedRay(Path home) {
    private static final Logger LOGGER = LoggerFactory.getLogger(ManagedRay.class);
    private static final String CURRENT = "current.properties";
    private static final List<String> ESSENTIAL = List.of("python", "rayDist", "raylet");

    /** The folder of a version for a Python. */
    static ManagedRay of(Map<String, String> variables, RayVersion version, Interpreter interpreter) {
        return new ManagedRay(
                CacheFolder.of(variables).resolve("ray").resolve(version + "-py" + interpreter.version()));
    }

    /** One that is complete, for whatever Python. */
    static Optional<RayInstallation> find(Map<String, String> variables, RayVersion version) {
        Path cache = CacheFolder.of(variables).resolve("ray");
        if (!Files.isDirectory(cache)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(cache)) {
            return homes.filter(home -> String.valueOf(home.getFileName()).startsWith(version + "-py"))
                    .sorted(Comparator.reverseOrder())
                    .flatMap(home -> new ManagedRay(home).installation().stream())
                    .findFirst();
        } catch (IOException e) {
            throw new BackendException("cannot read " + cache + ": " + e, e);
        }
    }

    /** The folder of one that was found there. */
    static ManagedRay of(RayInstallation installation) {
        return new ManagedRay(installation.python().resolve("../../..").normalize());
    }

    Path lock() {
        return home.resolve("lock");
    }

    /** The one that is complete; empty when there is none, or something of it is missing. */
    Optional<RayInstallation> installation() {
        Properties facts = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve(CURRENT))) {
            facts.load(reader);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
        boolean whole = ESSENTIAL.stream().allMatch(name -> isThere(facts, name));
        return whole
                ? Optional.of(new RayInstallation(
                        Path.of(facts.getProperty("python")),
                        RayVersion.of(facts.getProperty("version", "")),
                        Path.of(facts.getProperty("rayDist")),
                        Path.of(facts.getProperty("native", "")),
                        true))
                : Optional.empty();
    }

    private static boolean isThere(Properties facts, String name) {
        try {
            Path file = Path.of(facts.getProperty(name, ""));
            return file.isAbsolute() && Files.size(file) == Long.parseLong(facts.getProperty(name + ".size", "-1"));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Makes a new installation the current one. */
    RayInstallation complete(RayInstallation installed, Path environment) throws IOException {
        Path raylet = installed
                .rayDist()
                .resolveSibling("../core/src/ray/raylet/raylet")
                .normalize();
        Properties facts = new Properties();
        facts.setProperty("version", installed.version().text());
        facts.setProperty("native", environment.resolve("native").toString());
        put(facts, "python", installed.python());
        put(facts, "rayDist", installed.rayDist());
        put(facts, "raylet", raylet);
        Path draft = home.resolve(CURRENT + ".new");
        try (Writer writer = Files.newBufferedWriter(draft)) {
            facts.store(writer, "written last: without it, the installation is not complete");
        }
        Files.move(draft, home.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return installation().orElseThrow(() -> new IOException("something is missing in " + environment));
    }

    /** What was found to be broken is no longer the current one; what took its place in the meantime stays. */
    @SuppressWarnings("try") // the lock is only held
    void forget(RayInstallation broken) throws InterruptedException {
        try (InstallLock held = InstallLock.take(lock(), () -> {})) {
            if (installation().filter(broken::equals).isPresent()) {
                Files.deleteIfExists(home.resolve(CURRENT));
            }
        } catch (IOException e) {
            throw new BackendException("cannot repair " + home + ": " + e, e);
        }
    }

    private static void put(Properties facts, String name, Path file) throws IOException {
        facts.setProperty(name, file.toString());
        facts.setProperty(name + ".size", Long.toString(Files.size(file)));
    }

    /**
     * Removes what broken or interrupted attempts have left. Only who holds the lock may do that. An installer whose JVM
     * was killed may still write there: what it writes now is removed the next time.
     */
    void clear() throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            for (Path entry : entries.filter(entry -> !entry.equals(lock())).toList()) {
                try {
                    delete(entry);
                } catch (DirectoryNotEmptyException e) {
                    LOGGER.debug("{} is being written to", entry, e);
                }
            }
        }
    }

    /** Removes a folder with all that is in it; what another removes at the same time is fine, too. */
    static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    delete(entry);
                }
            } catch (NoSuchFileException e) {
                return;
            }
        }
        Files.deleteIfExists(folder);
    }
}
