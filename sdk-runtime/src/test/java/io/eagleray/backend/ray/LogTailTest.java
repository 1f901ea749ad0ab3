package io.eagleray.backend.ray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LogTailTest {
    private final List<String> lines = new ArrayList<>();

    @Test
    void socketsMayCloseAtAnyPoint() throws IOException, InterruptedException {
        follow(
                "one\ntwo\nthr\u00e9e\nfour\nfive",
                List.of(
                        List.of("one\n", "tw"),
                        List.of("one\n"),
                        List.of("one\ntwo\nthr\u00e9", "e\n"),
                        List.of("one\n")),
                4);
        assertThat(lines).containsExactly("one", "two", "thr\u00e9e", "four", "five");
    }

    @Test
    void withoutSocketsTheLogIsPolled() throws IOException, InterruptedException {
        follow("one\ntwo\n", List.of(List.of(), List.of(), List.of()), 3);
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void longPiecesAreWhole() throws IOException, InterruptedException {
        String line = "\u00e4x".repeat(9_000);
        follow(line + "\nend\n", List.of(List.of(line + "\n"), List.of(line + "\n", "end\n")), 2);
        assertThat(lines).containsExactly(line, "end");
    }

    @Test
    void nobodyWaitsForMoreOnceItIsKnownThatTheJobHasEnded() throws IOException, InterruptedException {
        assertThat(nanosUntilTheEnd(() -> true)).isLessThan(nanosUntilTheEnd(() -> false));
        assertThat(lines).containsExactly("one", "end", "one", "end");
    }

    private long nanosUntilTheEnd(BooleanSupplier hasEnded) throws IOException, InterruptedException {
        try (FakeTail head = new FakeTail("one\nend\n", List.of(List.of("one\n", FakeTail.SILENCE)));
                RayJobs jobs = head.jobs()) {
            jobs.find(FakeTail.ID); // what the first request of a client takes is no matter here
            long begin = System.nanoTime();
            jobs.follow(FakeTail.ID, hasEnded, lines::add);
            return System.nanoTime() - begin;
        }
    }

    private void follow(String whole, List<List<String>> sockets, int opened) throws IOException, InterruptedException {
        try (FakeTail head = new FakeTail(whole, sockets);
                RayJobs jobs = head.jobs()) {
            assertThat(jobs.follow(FakeTail.ID, lines::add).status()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(head.opened()).isEqualTo(opened);
        }
    }
}
