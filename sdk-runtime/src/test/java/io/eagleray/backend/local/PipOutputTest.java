package io.eagleray.backend.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PipOutputTest {

    @Test
    void downloadsAreProgress() {
        assertThat(PipOutput.progress("Downloading ray-2.60.0-cp311-cp311-manylinux2014_x86_64.whl (74.5 MB)"))
                .contains("downloading ray (74.5 MB)");
        assertThat(PipOutput.progress(
                        "  Downloading https://host/packages/ab/google_auth-2.62.2-py3-none-any.whl (200 kB)"))
                .contains("downloading google_auth (200 kB)");
        assertThat(PipOutput.progress("  Downloading py-spy-0.4.3.tar.gz (2 kB)"))
                .contains("downloading py-spy (2 kB)");
    }

    @Test
    void unpackingIsProgress() {
        assertThat(PipOutput.progress("Installing collected packages: a, b, ray"))
                .contains("unpacking 3 packages");
    }

    @Test
    void theRestIsNot() {
        assertThat(PipOutput.progress("  Downloading idna-3.20-py3-none-any.whl.metadata (7.1 kB)"))
                .isEmpty();
        assertThat(PipOutput.progress("Collecting ray[default]==2.60.0")).isEmpty();
        assertThat(PipOutput.progress("   ━━━━━━━━ 74.5/74.5 MB 1.1 MB/s eta 0:00:00"))
                .isEmpty();
    }

    @Test
    void anIndexOutOfReachIsNoNetwork() {
        assertThat(
                        PipOutput.saysNoNetwork(
                                "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('<…>: Failed to"
                                        + " establish a new connection: [Errno -3] Temporary failure in name resolution')'\n"
                                        + "ERROR: Could not find a version that satisfies the requirement ray (from versions: none)"))
                .isTrue();
    }

    @Test
    void anIndexThatAnswersIsANetwork() {
        assertThat(PipOutput.saysNoNetwork("ERROR: HTTP error 403 while getting https://host/ray.whl"))
                .isFalse();
        assertThat(
                        PipOutput.saysNoNetwork(
                                "NewConnectionError … ProxyError('Cannot connect to proxy', 407 Proxy Authentication Required)"))
                .isFalse();
        assertThat(PipOutput.saysNoNetwork(
                        "ERROR: Could not install packages due to an OSError: [Errno 28] No space" + " left on device"))
                .isFalse();
    }

    @Test
    void aVersionThatDoesNotExistIsRecognized() {
        assertThat(PipOutput.otherVersions("ERROR: … (from versions: 2.58.0, 2.60.0)"))
                .contains("2.58.0, 2.60.0");
        assertThat(PipOutput.otherVersions("ERROR: … (from versions: none)")).isEmpty();
    }
}
