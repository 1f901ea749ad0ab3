package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerTest {
    private static final RunningRay RAY = new RunningRay("127.0.0.1:1", "s3cret", "ray_dist.jar");

    @TempDir
    private Path folder;

    @Test
    void answersAndPassesOverWhatElseIsPrinted() {
        try (Peer peer = shell("while read what count; do echo noise; echo measured $count $what; done")) {
            assertThat(peer.ask("calls", 7)).isEqualTo(new Peer.Answer(Duration.ofNanos(7), "calls"));
            assertThat(peer.timed("calls", 8).time()).isEqualTo(Duration.ofNanos(8));
        }
    }

    @Test
    void knowsTheRayFromItsEnvironmentAlone() {
        try (Peer peer = shell("read any; echo measured 1 $RAY_ADDRESS $RAY_AUTH_MODE $RAY_AUTH_TOKEN")) {
            assertThat(peer.ask("any", 1).remark()).isEqualTo("127.0.0.1:1 token s3cret");
        }
        assertThat(RAY).hasToString("the Ray at 127.0.0.1:1");
    }

    @Test
    void oneThatEndsIsMissedAtOnce() {
        try (Peer peer = shell("read any; echo no such thing >&2; exit 1")) {
            assertThatThrownBy(() -> peer.ask("calls", 7))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the peer failed at \"calls 7\"; see " + folder.resolve("complaints"));
            assertThat(folder.resolve("complaints")).content().isEqualTo("no such thing\n");
        }
    }

    private Peer shell(String script) {
        return Peer.start(RAY.variables(), folder, "sh", "-c", script);
    }
}
