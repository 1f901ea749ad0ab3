package io.eagleray.testing;

import io.eagleray.cli.Main;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another JVM as this one, not started yet. */
final class OwnJvm {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private OwnJvm() {}

    /** One with the same class path. */
    static ProcessBuilder of(Class<?> main, String... arguments) {
        return java(List.of("-cp", CLASS_PATH, main.getName()), arguments);
    }

    /** The command {@code eagleray} with what it needs, and none of this module: the application is told to it. */
    static ProcessBuilder ofCommand(String... arguments) {
        Path module = Path.of("target").toAbsolutePath();
        String classPath = Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).startsWith(module))
                .collect(Collectors.joining(File.pathSeparator));
        return java(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, Main.class.getName()), arguments);
    }

    private static ProcessBuilder java(List<String> options, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(Stream.of(Stream.of(java), options.stream(), Arrays.stream(arguments))
                .flatMap(each -> each)
                .toList());
    }
}
