package io.eagleray.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SharingTest {
    private static final Numbers_Catalog NUMBERS = Numbers_Catalog.INSTANCE;

    private final FaultyPort port = new FaultyPort(2, work -> false);

    private <T> T on(Callable<T> body) throws Exception {
        FanOut.Owner owner = new FanOut.Owner("id", "task", line -> {}, progress -> {});
        try (FanOut fanOut = FanOut.over(port, owner)) {
            return new Scope(owner, 1, "driver", fanOut).call(body);
        }
    }

    private static RemoteCall<Long> addToFirst(Object values, long x) {
        return RemoteCall.of(NUMBERS.addToFirst, new Object[] {values, x});
    }

    private static List<Long> range(int n) {
        return LongStream.range(0, n).boxed().toList();
    }

    @Test
    void whatAllCallsAreGivenIsStoredOnce() throws Exception {
        long[] values = new long[10_000];
        assertThat(on(() -> Parallel.map(range(500), x -> addToFirst(values, x))))
                .isEqualTo(range(500));
        assertThat(port.stored).hasValue(1);
    }

    @Test
    void soIsWhatTheCallsOfAStreamAreGiven() throws Exception {
        long[] values = new long[10_000];
        long sum = on(() -> {
            try (Stream<Long> results =
                    Parallel.stream(LongStream.range(0, 5_000).boxed(), x -> addToFirst(values, x))) {
                return results.mapToLong(Long::longValue).sum();
            }
        });
        assertThat(sum).isEqualTo(4_999 * 2_500);
        assertThat(port.stored.get()).isLessThanOrEqualTo(10);
    }

    @Test
    void smallValuesTravelWithTheCalls() throws Exception {
        long[] values = new long[10];
        assertThat(on(() -> Parallel.map(range(500), x -> addToFirst(values, x))))
                .isEqualTo(range(500));
        assertThat(port.stored).hasValue(0);
    }

    @Test
    void eachValueOfItsOwnTravelsWithItsCall() throws Exception {
        assertThat(on(() -> Parallel.map(range(50), x -> addToFirst(new long[10_000], x))))
                .isEqualTo(range(50));
        assertThat(port.stored).hasValue(0);
    }

    @Test
    void whatChangesInBetweenIsStoredForItsNeighboursOnly() throws Exception {
        long[] even = new long[10_000];
        long[] odd = new long[10_000];
        odd[0] = 1_000;
        List<Long> sums = on(() -> Parallel.map(range(8), x -> addToFirst(x / 2 % 2 == 0 ? even : odd, x)));
        assertThat(sums).containsExactly(0L, 1L, 1_002L, 1_003L, 4L, 5L, 1_006L, 1_007L);
        assertThat(port.stored).hasValue(4);
    }

    /** A user who puts a value promises not to change it; this one breaks the promise, and so tells the copies apart. */
    @Test
    void whatWasPutIsDecodedOncePerWorker() throws Exception {
        List<Long> sums = on(() -> {
            Ref<long[]> values = Parallel.put(new long[10_000]);
            return Parallel.map(range(100), x -> addToFirst(values, 1));
        });
        assertThat(port.stored).hasValue(1);
        assertThat(sums.stream().mapToLong(Long::longValue).max().orElseThrow()).isGreaterThanOrEqualTo(50);
    }
}
