package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.testing.Nodes.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node dies under its workers: what they had not told is done on the others, with what was stored for both. */
@Tag("any-jdk")
@Timeout(300)
final class NodeDeathIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MANY = 500;
    private static final int LOADS = 8;
    private static final int LOAD = 30_000_000;
    private static final int MOST_STARTS = 12;
    private static final Pattern NODE = Pattern.compile("node_id=(\\w+)");
    private static final Pattern SOCKET = Pattern.compile("raylet_socket_name=(\\S+)/sockets/");

    @Test
    void theOthersDoItsWork() throws IOException {
        try (Eagleray eagleray = withDriverOnHead()) {
            assertThat(nodes(eagleray.run(NodesTasks.visits(MANY)))).isEqualTo(2);

            Execution<List<Visit>> execution = eagleray.submit(NodesTasks.visits(MANY));
            ProcessHandle node = nodes(false).get(0);
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true); // in the middle of it
            node.destroyForcibly();
            assertThat(execution.outcome(PATIENCE)).as("its end").isNotNull();
            assertThat(execution.result().stream().map(Visit::number))
                    .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());

            assertThat(nodes(eagleray.run(NodesTasks.visits(50)))).isEqualTo(1);
        }
    }

    /** The head's node cannot fetch what the other one has while it is stopped; then that is gone. */
    @Test
    void whatItHasMadeAndNobodyFetchedIsMadeAgain(@TempDir Path marks) throws IOException, InterruptedException {
        try (Eagleray eagleray = withDriverOnHead()) {
            eagleray.run(NodesTasks.visits(100));
            ProcessHandle head = nodes(true).get(0);
            ProcessHandle other = nodes(false).get(0);
            Execution<Long> execution = eagleray.submit(NodesTasks.loads(LOADS, LOAD, marks.toString()));
            String onOther = String.valueOf(other.pid());
            await().pollInterval(Duration.ofMillis(10)).until(() -> Marks.count(marks, onOther) == 1);
            signal("STOP", head);
            try {
                await().pollDelay(Nodes.PREPARATION.plusSeconds(1)).until(() -> true); // it is made, and stored
                other.destroyForcibly();
            } finally {
                signal("CONT", head);
            }
            assertThat(execution.outcome(PATIENCE)).as("its end").isNotNull();
            assertThat(execution.result()).isEqualTo((long) LOADS * LOAD);
        }
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static long nodes(List<Visit> visits) {
        return visits.stream().map(Visit::node).distinct().count();
    }

    /** Ray connects a driver to any node of its machine; this one must outlive the other. */
    private static Eagleray withDriverOnHead() throws IOException {
        for (int start = 0; start < MOST_STARTS; start++) {
            Eagleray eagleray = Eagleray.connect("local?ray=2.60.0&cpus=1&nodes=2");
            eagleray.run(NodesTasks.visits(1));
            String head = nodes(true).get(0).info().commandLine().orElseThrow();
            if (driversNode(Path.of(first(SOCKET, head))).equals(first(NODE, head))) {
                return eagleray;
            }
            eagleray.close();
        }
        throw new IllegalStateException("the driver was never on the head's node");
    }

    private static String driversNode(Path session) throws IOException {
        try (Stream<Path> logs = Files.list(session.resolve("logs"))) {
            Path log = logs.filter(file -> file.getFileName().toString().startsWith("java-core-driver-"))
                    .findFirst()
                    .orElseThrow();
            return first(NODE, Files.readString(log));
        }
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow();
    }

    /** The processes of the nodes that we have started: the head's, or the others. */
    private static List<ProcessHandle> nodes(boolean head) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> isNode(process.info().commandLine().orElse(""), head))
                .toList();
    }

    private static boolean isNode(String commandLine, boolean head) {
        return commandLine.contains("raylet/raylet ") && commandLine.contains(" --head") == head;
    }
}
