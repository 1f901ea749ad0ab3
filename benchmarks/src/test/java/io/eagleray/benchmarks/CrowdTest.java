package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrowdTest {
    @Test
    void aRayJobThatIsSeenAgainAndAgainIsOne() {
        assertThat(Crowd.made("""
                rayjob.ray.io/crowd-0a1b-1
                rayjob.ray.io/warm-0a1b-1
                rayjob.ray.io/crowd-0a1b-1
                rayjob.ray.io/crowd-0a1b-2
                """)).containsExactly("rayjob.ray.io/crowd-0a1b-1", "rayjob.ray.io/crowd-0a1b-2");
    }
}
