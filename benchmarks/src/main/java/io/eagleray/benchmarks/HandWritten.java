package io.eagleray.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A RayJob of a Java program, as one writes it without this SDK. */
final class HandWritten {
    private static final String NAME = "hand-written";
    private static final List<Class<?>> PROGRAM = List.of(RawJob.class, RawRay.class, Sources.class);

    private final Namespace namespace;
    private final Path manifest;

    private HandWritten(Namespace namespace, Path manifest) {
        this.namespace = namespace;
        this.manifest = manifest;
    }

    /** Brings its program there, in a ConfigMap, which is not part of any time. */
    static HandWritten in(Namespace namespace, String image, String count) {
        Places places = namespace.places();
        Sources folder = Sources.in(places.work().resolve(NAME));
        Path jar = folder.folder().resolve("squares.jar");
        Command pack = Command.of(folder.folder(), folder.folder().resolve("jar.out"))
                .and(Places.tool("jar"), "--create", "--file", jar.toString());
        for (Class<?> part : PROGRAM) {
            pack = pack.and("-C", places.classes().toString(), part.getName().replace('.', '/') + ".class");
        }
        pack.time();
        namespace
                .kubectl()
                .command("create", "configmap", "squares", "--from-file", jar.toString())
                .time();
        String text = manifest(Sources.read(places.own("rayjob.yaml")), image, count);
        return new HandWritten(namespace, folder.write("rayjob.yaml", text));
    }

    static String manifest(String template, String image, String count) {
        return template.replace("${name}", NAME)
                .replace("${image}", image)
                .replace("${main}", RawJob.class.getName() + " " + count);
    }

    /** Runs it once, until its status is {@code SUCCEEDED}; what comes after is not part of the time. */
    Duration time(String expected) {
        Kubectl kubectl = namespace.kubectl();
        Duration applied =
                kubectl.command("apply", "--filename", manifest.toString()).time();
        Duration waited = kubectl.command(
                        "wait", "--for=jsonpath={.status.jobStatus}=SUCCEEDED", "rayjob/" + NAME, "--timeout=5m")
                .time();
        String said = log();
        if (!said.replace(" ", "").contains(expected)) {
            throw new IllegalStateException("the hand-written RayJob printed " + said);
        }
        kubectl.command("delete", "rayjob", NAME).time();
        return applied.plus(waited);
    }

    /** In HTTPMode it is in no pod's output: Ray's dashboard has it. */
    private String log() {
        Kubectl kubectl = namespace.kubectl();
        String[] where = kubectl.ask(
                        "get", "rayjob", NAME, "--output", "jsonpath={.status.rayClusterName} {.status.jobId}")
                .split(" ", 2);
        return kubectl.ask(
                "get",
                "--raw",
                "/api/v1/namespaces/" + kubectl.namespace() + "/services/" + where[0] + "-head-svc:8265/proxy/api/jobs/"
                        + where[1] + "/logs");
    }
}
