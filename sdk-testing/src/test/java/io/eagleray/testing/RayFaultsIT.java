package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.eagleray.backend.local.InstalledRay;
import io.eagleray.bundle.Application;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.client.LogLine;
import io.eagleray.client.Outcome;
import io.eagleray.client.State;
import io.eagleray.client.SubmitOptions;
import io.eagleray.testing.Deaths.Mortal;
import io.eagleray.testing.Deaths.Way;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of tasks on somebody else's Ray when connections, clients, drivers, workers and the head itself end. */
@Tag("any-jdk")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
final class RayFaultsIT {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int LAST = Integer.MAX_VALUE;

    private RayHead head;
    private Eagleray eagleray;

    @TempDir
    Path marks;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        head = RayHead.start(InstalledRay.command());
        eagleray = connect(head.uri().toString(), Application.current());
    }

    @AfterAll
    void end() throws IOException {
        if (head != null) {
            eagleray.close();
            head.close();
        }
    }

    private Eagleray connect(String backend, Application application) {
        return Eagleray.builder()
                .backend(backend)
                .variables(head.variables())
                .application(application)
                .connect();
    }

    @Test
    void theUsersLibrariesWinOverThoseOfRay() {
        List<String> here = Remotely.libraries();
        assertThat(eagleray.run(RemotelyTasks.librariesOfBoth()))
                .hasSize(2)
                .allSatisfy(there -> assertThat(there)
                        .zipSatisfy(here, (shipped, jar) -> assertThat(shipped).endsWith("-" + jar)));
    }

    @Test
    void twoVersionsOfOneApplicationDoNotSeeEachOther() throws IOException {
        try (Eagleray one = connect(head.uri().toString(), withVersion("1"));
                Eagleray two = connect(head.uri().toString(), withVersion("2"))) {
            Execution<List<String>> first = one.submit(RemotelyTasks.versionOfBoth());
            Execution<List<String>> second = two.submit(RemotelyTasks.versionOfBoth());
            assertThat(first.result()).containsExactly("1", "1");
            assertThat(second.result()).containsExactly("2", "2");
            assertThat(one.run(RemotelyTasks.versionOfBoth())).containsExactly("1", "1");
        }
    }

    private Application withVersion(String version) throws IOException {
        Path folder = Files.createDirectories(marks.resolve("version-" + version));
        Files.writeString(folder.resolve(Remotely.VERSION_FILE), version);
        return with(folder);
    }

    @Test
    void aClassForANewerJavaThanTheClustersIsNamed() throws IOException {
        Path folder = Files.createDirectories(marks.resolve("tomorrow"));
        ByteBuffer tomorrow = ByteBuffer.allocate(Long.BYTES).putInt(0xCAFEBABE).putInt(44 + 99);
        Files.write(folder.resolve("Tomorrow.class"), tomorrow.array());
        try (Eagleray newer = connect(head.uri().toString(), with(folder))) {
            assertThatThrownBy(() -> newer.run(RemotelyTasks.librariesOfBoth()))
                    .hasMessageContaining(
                            "the cluster runs Java " + Runtime.version().feature())
                    .hasMessageContaining("too old for Tomorrow in tomorrow (major version 143, Java 99)")
                    .hasMessageContaining("run a newer Java there");
        }
    }

    private static Application with(Path folder) {
        Application here = Application.current();
        List<Path> classPath = new ArrayList<>(List.of(folder));
        classPath.addAll(here.classPath());
        return new Application(here.loader(), classPath);
    }

    @Test
    void aLargeResultComesBackExactly() {
        int bytes = 64 << 20;
        assertThat(Arrays.equals(eagleray.run(RemotelyTasks.noise(bytes)), Remotely.noise(bytes)))
                .isTrue();
    }

    @Test
    void connectionsThatAreCutLoseNothing() throws IOException {
        String address = head.uri().location();
        try (Relay relay = Relay.breaking(address, Duration.ofMillis(300));
                Eagleray cut = connect("http://" + relay.location(), Application.current())) {
            Execution<Integer> execution = cut.submit(RemotelyTasks.count(marks.toString(), 30, 100));
            List<LogLine> lines = new ArrayList<>();
            execution.logs(lines::add);
            assertThat(execution.result()).isEqualTo(30);
            assertThat(lines)
                    .extracting(LogLine::text)
                    .filteredOn(text -> text.startsWith("number"))
                    .isEqualTo(IntStream.rangeClosed(1, 30)
                            .mapToObj(i -> "number " + i)
                            .toList());
            assertThat(cut.run(RemotelyTasks.noise(8 << 20))).hasSize(8 << 20);
            assertThat(relay.cuts()).isPositive();
        }
        assertThat(Marks.count(marks, "count")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundling", "uploading", "submitted", "running"})
    void whatAKilledClientHasSubmittedIsFoundAndRunsOnce(String phase) throws IOException, InterruptedException {
        String id = "killed-while-" + phase;
        kill(phase, client(id));
        Execution<Integer> execution = eagleray.submit(
                RemotelyTasks.count(marks.toString(), 20, 100),
                SubmitOptions.defaults().withId(id));
        assertThat(execution.result()).isEqualTo(20);
        assertThat(eagleray.attach(id, RemotelyTasks.count).result()).isEqualTo(20);
        assertThat(Marks.count(marks, "count")).isEqualTo(1);
    }

    private Process client(String id) throws IOException {
        ProcessBuilder builder = OwnJvm.of(DyingClient.class, head.uri().toString(), id, marks.toString());
        builder.environment().putAll(head.variables());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void kill(String phase, Process client) throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = client.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.equals(phase)) {
                    break;
                }
            }
        }
        client.destroyForcibly().waitFor();
        assertThat(said).endsWith(phase);
    }

    @Test
    void aKilledDriverIsAFailureThatSaysSo() {
        Execution<Integer> execution = eagleray.submit(RemotelyTasks.lingerBoth(marks.toString(), 120_000));
        awaitWorkers(2);
        process("driver").orElseThrow().destroyForcibly();
        Outcome<Integer> outcome = execution.outcome(LONG);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error().reason()).contains("its driver was killed"));
        awaitEndOfWorkers();
    }

    @Test
    void cancelLeavesNothing() {
        Execution<Integer> execution = eagleray.submit(RemotelyTasks.lingerBoth(marks.toString(), 120_000));
        awaitWorkers(2);
        execution.cancel();
        assertThat(execution.outcome(LONG)).isInstanceOf(Outcome.Cancelled.class);
        assertThat(execution.state()).isEqualTo(State.CANCELLED);
        awaitEndOfWorkers();
    }

    private void awaitWorkers(int count) {
        await().atMost(LONG).until(() -> processes("worker").size() == count);
    }

    private void awaitEndOfWorkers() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> processes("worker").stream().noneMatch(ProcessHandle::isAlive));
        assertThat(process("driver").filter(ProcessHandle::isAlive)).isEmpty();
    }

    private Optional<ProcessHandle> process(String kind) {
        return processes(kind).stream().findFirst();
    }

    private List<ProcessHandle> processes(String kind) {
        return Marks.all(marks).stream()
                .filter(mark -> mark.startsWith(kind + "-"))
                .flatMap(mark -> ProcessHandle.of(Long.parseLong(mark.substring(kind.length() + 1))).stream())
                .toList();
    }

    @Test
    void aKilledWorkerIsReplaced() {
        List<Mortal> mortals = List.of(Mortal.immortal(0), new Mortal(1, Way.SIGKILL, 1, 0), Mortal.immortal(2));
        assertThat(eagleray.run(DeathsTasks.liveAll(mortals, marks.toString()))).containsExactly(0, 1, 2);
        assertThat(Marks.count(marks, "1")).isEqualTo(2);
    }

    @Test
    @Order(LAST)
    void aHeadThatDiesAndStartsAgainIsToldOf() throws IOException, InterruptedException {
        Execution<Integer> execution = eagleray.submit(RemotelyTasks.lingerBoth(marks.toString(), 120_000));
        awaitWorkers(2);
        head.kill();
        assertThatThrownBy(() -> execution.outcome(LONG))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining(head.uri().location());
        head.startAgain();
        assertThatThrownBy(() -> execution.outcome(LONG))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(execution.id())
                .hasMessageContaining("A head forgets its jobs");
        assertThat(eagleray.run(RemotelyTasks.noise(10))).hasSize(10);
    }
}
