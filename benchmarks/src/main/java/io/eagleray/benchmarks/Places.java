package io.eagleray.benchmarks;

import io.eagleray.bundle.Application;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code benchmarks/run} passes on.
 *
 * @param source the root of the source tree
 * @param runtime the class path of a user's build
 * @param processor the path of the annotation processor
 */
record Places(Path source, String runtime, String processor) {
    /** How many arguments say where things are. */
    static final int COUNT = 3;

    static Places of(String... arguments) {
        if (arguments.length < COUNT) {
            throw new IllegalArgumentException(
                    "use benchmarks/run of the source tree, which passes the source tree, the"
                            + " class path of sdk-runtime and that of sdk-processor");
        }
        return new Places(Path.of(arguments[0]), arguments[1], arguments[2]);
    }

    /** The compiled classes of the benchmarks. */
    Path classes() {
        return own("target/classes");
    }

    /** The class path of the benchmarks as a user's application. */
    String classPath() {
        return classes() + File.pathSeparator + runtime;
    }

    /** The benchmarks as a user's application. */
    Application application() {
        List<Path> entries =
                Stream.of(classPath().split(File.pathSeparator)).map(Path::of).toList();
        return new Application(Places.class.getClassLoader(), entries);
    }

    /** All that the benchmarks write, but for the peer. */
    Path work() {
        return own("target/benchmarks");
    }

    /** A file or folder of the benchmarks' own sources. */
    Path own(String name) {
        return source.resolve("benchmarks").resolve(name);
    }

    /** Our command. */
    Command eagleray(Path folder, String... words) {
        return Command.of(folder, folder.resolve("out"))
                .and(source.resolve("eagleray").toString())
                .and(words)
                .with(Map.of("JAVA_HOME", System.getProperty("java.home")));
    }

    /**
     * Our command, which runs a task.
     *
     * @param folder where below the work folder it runs; what was in it is gone
     */
    Command eagleray(String folder, String backend, String classPath, String... words) {
        return eagleray(Sources.in(work().resolve(folder)).folder(), "run")
                .and(words)
                .and("--backend", backend)
                .and("--classpath", classPath);
    }

    /** Where the peer is installed: the product's own cache. */
    static Path cache(Map<String, String> environment) {
        return variable(environment, "EAGLERAY_CACHE")
                .or(() -> variable(environment, "XDG_CACHE_HOME").map(folder -> folder.resolve("eagleray")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "eagleray"))
                .toAbsolutePath()
                .resolve("benchmarks");
    }

    /** A tool of the JDK that runs the benchmarks. */
    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
