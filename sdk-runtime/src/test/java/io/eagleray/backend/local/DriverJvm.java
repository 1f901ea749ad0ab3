package io.eagleray.backend.local;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendUri;
import io.eagleray.bundle.Application;
import io.eagleray.parallel.WorkerPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A JVM of its own that starts a local Ray with a worker, says where, and then ends as it is told, without a close. */
final class DriverJvm implements AutoCloseable {
    final Process process;
    private final BufferedReader output;
    final Path folder;
    final long session;

    private DriverJvm(Process process) throws IOException {
        this.process = process;
        this.output = process.inputReader();
        this.folder = Path.of(line());
        this.session = Long.parseLong(line());
    }

    static DriverJvm start(String end) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DriverJvm.class.getName(),
                end));
        return new DriverJvm(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    private String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the driver has ended");
        }
        return line;
    }

    /** What it prints from now on. */
    String rest() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        new LocalProvider()
                .open(
                        BackendUri.parse("local?cpus=1&ray=2.60.0"),
                        new BackendEnvironment(Application.current(), System.getenv(), progress -> {}));
        ConnectedRay ray = LocalRays.running().orElseThrow();
        WorkerPort port = ray.port(Application.current().classPath());
        port.start(LocalRayContract.ONE_CPU).call(new byte[0], List.of()).get();
        System.out.println(ray.ray().folder());
        System.out.println(ray.ray().session());
        switch (arguments[0]) {
            case "wait" -> Thread.sleep(600_000);
            case "halt" -> Runtime.getRuntime().halt(7);
            case "exit" -> System.exit(5);
            default -> System.out.println("main ends");
        }
    }
}
