package io.eagleray.driver.ray;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.parallel.Demand;
import io.eagleray.parallel.Demand.Request;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RayDemandTest {
    @Test
    void tellsWhatIsWaitedForAndWhatOfItIsLacking() {
        Demand demand =
                RayDemand.parse("0\tCPU\t2.0\tFalse\tmemory\t0\tFalse\n3\tCPU\t1.0\tTrue\tmemory\t5e+08\tFalse");
        assertThat(demand.taken()).isEqualTo(Map.of("CPU", 2.0, "memory", 0.0));
        assertThat(demand.waiting()).containsExactly(new Request(Map.of("CPU", 1.0, "memory", 5e8), Set.of("CPU"), 3));
    }

    @Test
    void nobodyWaits() {
        assertThat(RayDemand.parse("0\tCPU\t1.0\tFalse").waiting()).isEmpty();
    }
}
