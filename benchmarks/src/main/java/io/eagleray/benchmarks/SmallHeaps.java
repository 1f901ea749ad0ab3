package io.eagleray.benchmarks;

import io.eagleray.bundle.Application;
import io.eagleray.bundle.CodePath;
import io.eagleray.driver.connect.RayEndpoint;
import io.eagleray.driver.connect.RayLibrary;
import io.eagleray.driver.connect.RayLink;
import io.eagleray.driver.connect.RayLinks;
import io.eagleray.parallel.FanOut;
import io.eagleray.parallel.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A driver with a small heap. An {@code Eagleray} would start a Ray of its own for it; this one connects, one level below,
 * to the Ray that is there.
 */
public final class SmallHeaps {
    /** What makes the driver's heap small. */
    static final String OPTION = "-Xmx256m";

    /** What a remote function asks for whose worker is to have a heap of 256 MB: the least there is. */
    static final String MEMORY = "256Mi";

    private SmallHeaps() {}

    /**
     * Answers requests on standard input until it ends, as {@link Peer} makes them.
     *
     * @param arguments the {@code ray_dist.jar} of the Ray
     * @throws IOException when the current folder cannot be written to
     */
    public static void main(String[] arguments) throws IOException {
        Requests requests = Requests.read();
        RayLink link = RayLinks.connect(endpoint(Path.of(arguments[0])));
        requests.answer((what, count) -> stream(link, count));
    }

    private static RayEndpoint endpoint(Path rayDist) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        RayLibrary library = new RayLibrary(
                rayDist,
                Files.createDirectories(folder.resolve("native")),
                Optional.of(System.getenv("RAY_AUTH_TOKEN")));
        return new RayEndpoint(
                System.getenv("RAY_ADDRESS"),
                "127.0.0.1",
                library,
                folder,
                List.of("-XX:+UseSerialGC"),
                Map.of(),
                Map.of());
    }

    private static String stream(RayLink link, int count) throws Exception {
        FanOut.Owner owner = new FanOut.Owner("numbers", "Numbers.sum", line -> {}, progress -> {});
        try (FanOut fanOut =
                FanOut.over(link.port(CodePath.of(Application.current().classPath()), () -> ""), owner)) {
            return new Scope(owner, 1, "driver", fanOut).call(() -> Numbers.sum(count));
        }
    }
}
