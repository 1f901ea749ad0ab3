package io.eagleray.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A namespace of the benchmarks' own on a Kubernetes, and the two ways that programs come to it: ours, and KubeRay's. */
final class Namespace implements AutoCloseable {
    private static final String KEPT = "warm";
    private static final String IMAGE = "kubebox/ray-java:2.60.0";
    private static final Duration REST = Duration.ofMinutes(3);

    private final Places places;
    private final Kubectl kubectl;
    private final PrintStream out;
    private final Thread hook = new Thread(this::delete);

    private Namespace(Places places, Kubectl kubectl, PrintStream out) {
        this.places = places;
        this.kubectl = kubectl;
        this.out = out;
    }

    /**
     * Makes one.
     *
     * @throws IllegalStateException when the environment names no Kubernetes
     */
    static Namespace create(Places places, PrintStream out) {
        String name = "eagleray-benchmarks-" + UUID.randomUUID().toString().substring(0, 8);
        Kubectl kubectl = Kubectl.of(System.getenv(), places.work().resolve("kuberay"), name);
        Sources.in(kubectl.folder());
        out.println("image " + image(System.getenv()));
        Namespace namespace = new Namespace(places, kubectl, out);
        Runtime.getRuntime().addShutdownHook(namespace.hook);
        kubectl.command("create", "namespace", kubectl.namespace()).time();
        return namespace;
    }

    Places places() {
        return places;
    }

    Kubectl kubectl() {
        return kubectl;
    }

    PrintStream out() {
        return out;
    }

    /** The image of all pods. */
    static String image(Map<String, String> environment) {
        String image = environment.getOrDefault("EAGLERAY_IMAGE", "").strip();
        return image.isEmpty() ? IMAGE : image;
    }

    /** Where each task gets a cluster of its own. */
    String own() {
        return "kuberay://" + kubectl.namespace();
    }

    /** Where tasks share a cluster that is kept. */
    String kept(String name) {
        return own() + "?reuse=" + name + "&idleTtl=10m";
    }

    /** Where tasks share the cluster that stays beside the others. */
    String warm() {
        return kept(KEPT);
    }

    /** Our command, which runs a task there. */
    Command eagleray(String backend, String... words) {
        return places.eagleray("kuberay-eagleray", backend, places.classPath(), words)
                .with(Map.of("EAGLERAY_IMAGE", image(System.getenv())));
    }

    /** Writes down the names of RayJobs as they come, until it is ended. */
    Process watch(Path names) {
        Command command = kubectl.command("get", "rayjobs", "--watch", "--output", "name");
        try {
            return new ProcessBuilder(command.words())
                    .redirectOutput(names.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until no cluster is there but the one that stays: those that go slow down who comes next. */
    void settle() {
        await(pod -> pod.startsWith("pod/" + KEPT + "-"));
    }

    /** Removes all clusters. */
    void clear() {
        kubectl.command("delete", "rayjobs", "--all").time();
        await(pod -> false);
    }

    private void await(Predicate<String> stays) {
        long start = System.nanoTime();
        while (!pods().stream().allMatch(stays)) {
            if (System.nanoTime() - start > REST.toNanos()) {
                throw new IllegalStateException(
                        "pods are still there after " + REST.toMinutes() + " minutes: " + pods());
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while pods go", e);
            }
        }
    }

    private List<String> pods() {
        return kubectl.ask("get", "pods", "--output", "name").lines().toList();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        delete();
    }

    private void delete() {
        kubectl.command("delete", "namespace", kubectl.namespace(), "--ignore-not-found", "--timeout=5m")
                .time();
    }
}
