package io.eagleray.benchmarks;

import io.eagleray.testing.RayHead;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Ray that somebody runs, and the two commands that bring programs to it: ours, and Ray's.
 *
 * @param places where things are
 * @param python the environment of Ray's command
 * @param rayDist Ray's own library for Java
 * @param head the Ray
 * @param out takes the figures
 */
record Cluster(Places places, PythonPeer python, Path rayDist, RayHead head, PrintStream out) {

    /** Our command, which runs a task on a Ray. */
    Command eagleray(String address, List<Path> classPath, String... words) {
        return places.eagleray("ray-eagleray", address, joined(classPath), words)
                .with(variables());
    }

    /**
     * Ray's command, which runs a Java program on a Ray.
     *
     * @param application the folder that it ships, with the class path's entries in it
     */
    Command rayJob(String address, Path application, String classPath, String... words) {
        Path folder = Sources.in(places.work().resolve("ray-job")).folder();
        return Command.of(folder, folder.resolve("out"))
                .and(python.program("ray"), "job", "submit", "--address", address)
                .and("--working-dir", application.toString(), "--")
                .and("sh", "-c", javaCommand(classPath) + " " + String.join(" ", words))
                .with(variables());
    }

    /** Ray quotes each word of an entrypoint; this is for a shell that fills in what the job's environment says. */
    private String javaCommand(String classPath) {
        String searched = Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> "$PWD/" + entry.replace("/*", ""))
                .collect(Collectors.joining(File.pathSeparator));
        return "exec java -cp '" + classPath + File.pathSeparator + rayDist + "' -Dray.address=\"$RAY_ADDRESS\""
                + " -Dray.node-ip=127.0.0.1 -Dray.job.code-search-path=\"" + searched + "\"";
    }

    /** For the environment of who comes to it. */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(head.access());
        variables.put("RAY_AUTH_MODE", "token");
        return variables;
    }

    /** Where it is. */
    String address() {
        return head.uri().toString();
    }

    /** The library of ours that every application needs. */
    List<Path> runtime() {
        return List.of(places.runtime().split(File.pathSeparator)).stream()
                .map(Path::of)
                .toList();
    }

    private static String joined(List<Path> paths) {
        return String.join(
                File.pathSeparator, paths.stream().map(Path::toString).toList());
    }
}
