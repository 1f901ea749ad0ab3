package io.eagleray.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.Progress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class MapProgressTest {
    private static final Numbers_Catalog NUMBERS = Numbers_Catalog.INSTANCE;

    private final List<Progress> told = new CopyOnWriteArrayList<>();
    private final FanOut.Owner owner = new FanOut.Owner("id", "T.task", line -> {}, told::add);

    private interface Body {
        void run() throws Exception;
    }

    private void on(int cpus, Body body) throws Exception {
        ThreadPort port = new ThreadPort(MapProgressTest.class.getClassLoader(), cpus);
        try (FanOut fanOut = FanOut.over(port, owner)) {
            new Scope(owner, 1, "driver", fanOut).call(() -> {
                body.run();
                return "";
            });
        }
    }

    private static List<Long> same(int n, long value) {
        return LongStream.generate(() -> value).limit(n).boxed().toList();
    }

    @Test
    void aMapThatTakesLongTellsHowFarItIs() throws Exception {
        on(1, () -> Parallel.map(same(16, 100), x -> Numbers_Catalog.call(NUMBERS.sleep, x)));
        assertThat(told).hasSizeGreaterThan(1).allSatisfy(progress -> {
            assertThat(progress.what()).isEqualTo("T.task › sleep");
            assertThat(progress.total()).isEqualTo(16);
        });
        assertThat(told.get(told.size() - 1).done()).isEqualTo(16);
        assertThat(told.get(told.size() - 1).message()).matches("[0-9.]+/s");
    }

    @Test
    void aShortMapTellsNothing() throws Exception {
        on(1, () -> Parallel.map(same(16, 1), x -> Numbers_Catalog.call(NUMBERS.square, x)));
        assertThat(told).isEmpty();
    }

    @Test
    void aStreamTellsHowManyHaveEnded() throws Exception {
        on(1, () -> {
            Stream<Long> waits = same(16, 100).stream();
            try (Stream<Long> results = Parallel.stream(waits, x -> Numbers_Catalog.call(NUMBERS.sleep, x))) {
                assertThat(results.count()).isEqualTo(16);
            }
        });
        assertThat(told).hasSizeGreaterThan(1);
        assertThat(told.get(told.size() - 1).done()).isEqualTo(16);
        assertThat(told.get(told.size() - 1).total()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|10|1|''",
                "5|10|10|0.5/s, 10 s left",
                "10|10|10|1.0/s",
                "1000|0|10|100/s",
                "100|10000|100|1.0/s, 2 h 45 min left",
                "90|180|90|1.0/s, 1 min 30 s left",
            })
    void theRateAndTheTimeLeft(long done, long total, double seconds, String message) {
        assertThat(MapProgress.message(done, total, seconds)).isEqualTo(message);
    }
}
