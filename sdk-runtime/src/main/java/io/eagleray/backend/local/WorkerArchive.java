package io.eagleray.backend.local;

import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ray's classes, as worker JVMs map them instead of loading each: class-data sharing. The workers of the first run write
 * down what they load; the next run makes the archive of that while Ray starts; all later ones use it. One archive fits one
 * JVM build and one {@code ray_dist.jar}; the JVM itself refuses it where it does not fit.
 *
 * @param installation the Ray
 * @param folder where its archives are kept
 * @param key the JVM build and the jar
 */
record WorkerArchive(RayInstallation installation, Path folder, String key) {
    /** {@code off} switches it off. */
    static final String SWITCH = "EAGLERAY_CLASS_DATA_SHARING";

    private static final Logger LOGGER = LoggerFactory.getLogger(WorkerArchive.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String RECORD = "classes-";
    private static final List<String> MADE_AT_RUN_TIME = List.of(
            "$$Lambda", "/0x", "LambdaForm", "GeneratedMethodAccessor", "GeneratedConstructorAccessor", "$Proxy");

    static Optional<WorkerArchive> of(RayInstallation installation, Map<String, String> variables) {
        if (variables.getOrDefault(SWITCH, "").equalsIgnoreCase("off")) {
            return Optional.empty();
        }
        try {
            String build = String.join(
                    "\n",
                    System.getProperty("java.home"),
                    System.getProperty("java.vm.name"),
                    System.getProperty("java.vm.version"),
                    installation.rayDist().toString(),
                    Long.toString(Files.size(installation.rayDist())));
            String key = UUID.nameUUIDFromBytes(build.getBytes(StandardCharsets.UTF_8))
                    .toString();
            return Optional.of(
                    new WorkerArchive(installation, installation.nativeFolder().resolveSibling("class-data"), key));
        } catch (IOException e) {
            LOGGER.debug("no class-data sharing for {}", installation, e);
            return Optional.empty();
        }
    }

    private Path archive() {
        return folder.resolve(key + ".jsa");
    }

    private Path classes() {
        return folder.resolve(key + ".classes");
    }

    /** What the workers of a session are told: to use the archive, or to write down what they load for the next one. */
    List<String> options(Path session) {
        if (Files.isReadable(archive())) {
            return List.of("-XX:SharedArchiveFile=" + archive());
        }
        return Files.exists(classes())
                ? List.of()
                : List.of("-Xlog:class+load:file=" + session.resolve(RECORD + "%p.log") + ":none");
    }

    /** Makes the archive, where it can be and was not yet made. What goes wrong costs time later, and nothing else. */
    void make(Map<String, String> variables, ProgressSink progress) {
        if (Files.exists(archive()) || !Files.exists(classes())) {
            return;
        }
        progress.accept(Progress.of("preparing workers", "for a faster start from now on"));
        Path draft = folder.resolve(key + "." + ProcessHandle.current().pid());
        try {
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xshare:dump",
                    "-Xlog:disable",
                    "-XX:SharedClassListFile=" + classes(),
                    "-XX:SharedArchiveFile=" + draft,
                    "-cp",
                    jars() + "/*");
            Command.Ended ended = Command.run(command, variables, PATIENCE, line -> {});
            if (ended.ok()) {
                Files.move(draft, archive(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                LOGGER.debug("no class-data sharing for {}: {}", installation, ended.output());
            }
            Files.deleteIfExists(draft);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOGGER.debug("no class-data sharing for {}", installation, e);
        }
    }

    private Path jars() {
        return Objects.requireNonNull(installation.rayDist().toAbsolutePath().getParent());
    }

    /** Keeps what the workers of a session wrote down. */
    void learn(Path session) {
        if (Files.exists(classes())) {
            return;
        }
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(session)) {
            for (Path file : files.filter(
                            each -> String.valueOf(each.getFileName()).startsWith(RECORD))
                    .toList()) {
                try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    lines.flatMap(line -> name(line).stream()).forEach(names::add);
                }
            }
            if (!names.isEmpty()) {
                Files.createDirectories(folder);
                Path draft = folder.resolve(key + "." + ProcessHandle.current().pid());
                Files.write(draft, names);
                Files.move(draft, classes(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LOGGER.debug("nothing learned from {}", session, e);
        }
    }

    /** The class of a line {@code io.ray.api.Ray source: file:/…/ray_dist.jar}, as class lists name it. */
    private Optional<String> name(String line) {
        int source = line.indexOf(" source: ");
        if (source < 0 || MADE_AT_RUN_TIME.stream().anyMatch(line.substring(0, source)::contains)) {
            return Optional.empty();
        }
        String from = line.substring(source + " source: ".length());
        boolean ours = from.startsWith("shared objects file")
                || from.startsWith("jrt:/")
                || from.startsWith(jars().toUri().toString().replace("file:///", "file:/"));
        return ours ? Optional.of(line.substring(0, source).replace('.', '/')) : Optional.empty();
    }
}
