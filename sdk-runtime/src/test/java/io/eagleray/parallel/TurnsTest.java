package io.eagleray.parallel;

import static io.eagleray.parallel.Numbers_Catalog.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eagleray.call.Ref;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class TurnsTest {
    private static final Numbers_Catalog NUMBERS = Numbers_Catalog.INSTANCE;

    private static List<Ref<Long>> sleeps(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Parallel.submit(call(NUMBERS.sleep, 20)))
                .toList();
    }

    private static boolean isDone(Ref<Long> ref) {
        return ref.toString().endsWith("done]");
    }

    @Test
    void aShapeThatComesLaterIsGivenItsShareOfTheWorkers() throws Exception {
        NarrowPort port = new NarrowPort(2);
        FanOutTest.on(port, () -> {
            List<Ref<Long>> many = sleeps(300);
            many.get(0).get();
            assertThat(Parallel.map(Collections.nCopies(5, 30L), x -> call(NUMBERS.otherSleep, x)))
                    .hasSize(5);
            assertThat(isDone(many.get(299))).isFalse();
            return Parallel.get(many);
        });
        assertThat(port.isFree()).isTrue();
    }

    @Test
    void whereOnlyOneWorkerFitsTheShapesTakeTurns() throws Exception {
        NarrowPort port = new NarrowPort(1);
        FanOutTest.on(port, () -> {
            List<Ref<Long>> some = sleeps(150);
            List<Ref<Long>> others = IntStream.range(0, 150)
                    .mapToObj(i -> Parallel.submit(call(NUMBERS.otherSleep, 20)))
                    .toList();
            others.get(0).get();
            assertThat(isDone(some.get(149))).isFalse();
            assertThat(Parallel.get(some)).hasSize(150);
            return Parallel.get(others);
        });
        assertThat(port.isFree()).isTrue();
    }

    @Test
    void twoWorkersMakeWayForOneThatIsTwiceAsWide() throws Exception {
        FanOutTest.on(new NarrowPort(2), () -> {
            List<Ref<Long>> many = sleeps(300);
            many.get(0).get();
            assertThat(Parallel.submit(call(NUMBERS.wideSquare, 3)).get()).isEqualTo(9);
            assertThat(isDone(many.get(299))).isFalse();
            return Parallel.get(many);
        });
    }

    @Test
    void aQueueThatStaysAsksForMoreWorkersAndUsesThem() throws Exception {
        NarrowPort port = new NarrowPort(1);
        FanOutTest.on(port, () -> {
            List<Ref<Long>> many = sleeps(3_000); // more than end while it waits, on a slow machine too
            await().until(() -> port.waiting() == 1);
            port.grow(1);
            await().atMost(Duration.ofSeconds(30)).until(() -> port.waiting() == 2);
            return Parallel.get(many.subList(0, 300));
        });
        assertThat(port.mostWaiting()).isEqualTo(2);
        assertThat(port.isFree()).isTrue();
    }

    @Test
    void whatIsNoLongerWantedIsNotAskedForAnyMore() throws Exception {
        NarrowPort port = new NarrowPort(1);
        FanOutTest.on(port, () -> {
            Ref<Long> slow = Parallel.submit(call(NUMBERS.sleep, 5_000));
            Ref<Long> next = Parallel.submit(call(NUMBERS.sleep, 20));
            await().until(() -> port.waiting() == 1);
            next.cancel();
            await().until(() -> port.waiting() == 0);
            assertThat(isDone(slow)).isFalse();
            slow.cancel();
            return slow;
        });
    }

    @Test
    void workersMakeWayOnlyForWhatTheyHold() {
        WorkerShape one = new WorkerShape(1, 0, 0, Map.of());
        WorkerShape three = new WorkerShape(2.5, 0, 0, Map.of("x", 1.0));
        WorkerShape gpu = new WorkerShape(0, 1, 0, Map.of());
        assertThat(three.makeUp(one)).isEqualTo(3);
        assertThat(one.makeUp(three)).isEqualTo(1);
        assertThat(one.makeUp(gpu)).isZero();
        assertThat(new WorkerShape(0, 0, 0, Map.of()).makeUp(one)).isZero();
    }
}
