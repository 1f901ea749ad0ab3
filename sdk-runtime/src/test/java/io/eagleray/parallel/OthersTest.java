package io.eagleray.parallel;

import static io.eagleray.parallel.Numbers_Catalog.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eagleray.call.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class OthersTest {
    private static final Numbers_Catalog NUMBERS = Numbers_Catalog.INSTANCE;

    private static List<Ref<Long>> sleeps(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Parallel.submit(call(NUMBERS.sleep, 20)))
                .toList();
    }

    /** Somebody else, who waits for CPUs. */
    private static Worker stranger(NarrowPort port, int cpus) {
        return port.start(new WorkerShape(cpus, 0, 0, Map.of()));
    }

    private static void awaitRoom(Worker stranger) throws Exception {
        stranger.call(WorkerRequest.GREETING, List.of()).get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoWaitsBesideUsIsGivenHalfUntilItIsNotWantedAnyMore() throws Exception {
        NarrowPort port = new NarrowPort(2);
        FanOutTest.on(port, () -> {
            List<Ref<Long>> many = sleeps(600);
            many.get(0).get();
            Worker stranger = stranger(port, 1);
            awaitRoom(stranger);
            await().during(Duration.ofSeconds(1)).until(() -> port.free() == 0); // a worker of ours goes on
            stranger.kill();
            await().until(() -> port.free() == 0);
            return Parallel.get(many);
        });
        assertThat(port.isFree()).isTrue();
    }

    @Test
    void whereOnlyOneWorkerFitsWeTakeTurns() throws Exception {
        NarrowPort port = new NarrowPort(1);
        FanOutTest.on(port, () -> {
            List<Ref<Long>> many = sleeps(200);
            many.get(0).get();
            Worker stranger = stranger(port, 1);
            awaitRoom(stranger);
            stranger.kill();
            return Parallel.get(many);
        });
        assertThat(port.isFree()).isTrue();
    }

    @Test
    void allMakeWayForWhatNeedsAllOfThem() throws Exception {
        NarrowPort port = new NarrowPort(2);
        FanOutTest.on(port, () -> {
            List<Ref<Long>> many = sleeps(400);
            many.get(0).get();
            Worker stranger = stranger(port, 2);
            awaitRoom(stranger);
            stranger.kill();
            return Parallel.get(many);
        });
        assertThat(port.isFree()).isTrue();
    }

    @Test
    void whoWaitsForNothingThatWeHoldIsNoReasonToGo() throws Exception {
        NarrowPort port = new NarrowPort(2);
        port.waitFor(new Demand.Request(Map.of("CPU", 1.0, "GPU", 1.0), Set.of("GPU"), 1));
        FanOutTest.on(port, () -> {
            List<Ref<Long>> many = sleeps(500);
            await().until(() -> port.looks() > 0);
            await().during(Duration.ofSeconds(1)).until(() -> port.free() == 0);
            return Parallel.get(many);
        });
    }

    @Test
    void shortWorkDoesNotAskWhoElseWaits() throws Exception {
        NarrowPort port = new NarrowPort(1);
        FanOutTest.on(port, () -> Parallel.get(sleeps(60)));
        assertThat(port.looks()).isZero();
    }

    @Test
    void whereItCannotBeSeenItIsAskedOnlyOnce() throws Exception {
        NarrowPort port = new NarrowPort(1);
        port.goBlind();
        FanOutTest.on(port, () -> Parallel.get(sleeps(250)));
        assertThat(port.looks()).isEqualTo(1);
    }
}
