package io.eagleray.backend.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Ray that somebody else has started on this machine, with Ray's own command. */
final class ForeignRay implements AutoCloseable {
    private final Process process;
    private final Path folder;
    private final int port;

    private ForeignRay(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    static ForeignRay start(RayInstallation installation) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "fr");
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                installation.python().resolveSibling("ray").toString(),
                "start",
                "--head",
                "--block",
                "--port=" + port,
                "--temp-dir=" + folder,
                "--include-dashboard=false",
                "--disable-usage-stats",
                "--min-worker-port=0",
                "--max-worker-port=0",
                "--ray-client-server-port=" + freePort(),
                "--dashboard-agent-listen-port=" + freePort(),
                "--num-cpus=1"));
        builder.environment().put("RAY_AUTH_MODE", "disabled");
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
        ForeignRay ray = new ForeignRay(builder.start(), folder, port);
        while (!Files.readString(folder.resolve("out")).contains("Ray runtime started")) {
            if (!ray.process.isAlive()) {
                throw new IOException(Files.readString(folder.resolve("out")));
            }
            Thread.sleep(100);
        }
        return ray;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Whether all its processes are there, and it takes connections. */
    boolean isAlive() throws IOException {
        try (Socket socket = new Socket()) {
            String host = Files.readString(folder.resolve("out")).replaceFirst("(?s).*--address='([^:]+):.*", "$1");
            socket.connect(new java.net.InetSocketAddress(InetAddress.getByName(host), port), 5_000);
            return process.isAlive() && process.children().count() >= 2;
        }
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(ended -> ended.onExit().join());
        ManagedRay.delete(folder);
    }
}
