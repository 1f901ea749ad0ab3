package io.eagleray.flyte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyteidl.admin.TaskOuterClass.TaskSpec;
import flyteidl.core.Errors.ContainerError;
import flyteidl.core.Literals.Literal;
import flyteidl.core.Literals.LiteralMap;
import flyteidl.core.Literals.Primitive;
import flyteidl.core.Literals.Scalar;
import io.eagleray.backend.BackendUri;
import io.eagleray.bundle.Application;
import io.eagleray.bundle.Sha256;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Eagleray;
import io.eagleray.client.EncodedResult;
import io.eagleray.client.Outcome;
import io.eagleray.client.Progress;
import io.eagleray.client.RemoteError;
import io.eagleray.client.State;
import io.eagleray.client.TaskTimeoutException;
import io.eagleray.client.UntypedExecution;
import io.eagleray.client.ValueException;
import io.eagleray.flyte.FlyteProject.Change;
import io.eagleray.flyte.FlyteProject.Planned;
import io.eagleray.flyte.FlyteProject.Registered;
import io.eagleray.flyte.FlyteProject.Result;
import io.eagleray.flyte.server.FlyteFailure;
import io.eagleray.flyte.server.FlyteServer;
import io.grpc.Status;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class FlyteProjectTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String DOUBLED =
            "@Task(retries = 2) public static int doubled(int n) { return 2 * n; } @Task public static void nothing() {}";
    private static final String TRIPLED =
            "@Task(retries = 1) public static int doubled(int n) { return 3 * n; } @Task public static void nothing() {}";

    @TempDir
    private static Path cache;

    @TempDir
    private Path folder;

    private final List<Progress> progress = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> words = new CopyOnWriteArrayList<>();
    private final List<Eagleray> connections = new ArrayList<>();
    private FlyteServer server;

    @BeforeEach
    void start() throws Exception {
        server = FlyteServer.start(this::run);
        variables.put("HOME", folder.resolve("home").toString());
        variables.put("EAGLERAY_CACHE", cache.toString());
        variables.put("EAGLERAY_IMAGE", "img:1");
    }

    @AfterEach
    void end() {
        connections.forEach(Eagleray::close);
        server.close();
    }

    /** What the task gives tells which version ran. */
    private LiteralMap run(FlyteServer.Attempt attempt) throws Exception {
        words.addAll(attempt.template().getContainer().getArgsList());
        long n = attempt.inputs()
                .getLiteralsMap()
                .getOrDefault("n", Literal.getDefaultInstance())
                .getScalar()
                .getPrimitive()
                .getInteger();
        if (n < 0) {
            throw new FlyteFailure(ContainerError.newBuilder()
                    .setCode("java.lang.IllegalStateException")
                    .setMessage("java.lang.IllegalStateException: attempt " + attempt.number() + "\nin two lines\n"
                            + "\tat app.Tasks.doubled(Tasks.java:7)\n\tat java.base/java.lang.Thread.run(Thread.java:840)\n"
                            + "Caused by: java.io.IOException: disk\n\tat app.Disk.read(Native Method)\n\t... 1 more\n")
                    .setKind(n == -1 ? ContainerError.Kind.RECOVERABLE : ContainerError.Kind.NON_RECOVERABLE)
                    .build());
        }
        if (n == 100) {
            Thread.sleep(LONG.toMillis());
        }
        long factor = attempt.template().getMetadata().getRetries().getRetries() == 2 ? 2 : 3;
        return attempt.template().getInterface().getOutputs().getVariablesCount() == 0
                ? LiteralMap.getDefaultInstance()
                : LiteralMap.newBuilder()
                        .putLiterals(
                                "o0",
                                Literal.newBuilder()
                                        .setScalar(Scalar.newBuilder()
                                                .setPrimitive(
                                                        Primitive.newBuilder().setInteger(factor * n)))
                                        .build())
                        .build();
    }

    private FlyteProject open() {
        return FlyteProject.open(BackendUri.parse(server.uri()), variables, progress::add);
    }

    private Application application(String members) throws Exception {
        return TestApplication.of(
                folder.resolve("classes" + Integer.toHexString(members.hashCode())), "Tasks", members);
    }

    private static List<Registered> register(FlyteProject project, Application application) {
        return new ArrayList<>(project.register(application, TestApplication.tasks(application)));
    }

    /** Another connection, which has nothing but the id. */
    private UntypedExecution execute(String id, String task, Optional<String> version, Map<String, String> inputs) {
        try (FlyteProject project = open()) {
            project.execute(project.find(task, version), id, inputs);
        }
        return connection().attach(id);
    }

    private Eagleray connection() {
        Eagleray connection = Eagleray.builder()
                .backend(server.uri())
                .variables(variables)
                .progress(progress::add)
                .connect();
        connections.add(connection);
        return connection;
    }

    private static String result(UntypedExecution execution) {
        Outcome<EncodedResult> outcome = execution.outcome(LONG);
        return Objects.requireNonNull(((Outcome.Succeeded<EncodedResult>) outcome).value())
                .untyped()
                .json();
    }

    private static RemoteError error(UntypedExecution execution) {
        return ((Outcome.Failed<EncodedResult>) execution.outcome(LONG)).error();
    }

    @Test
    void registersOnce() throws Exception {
        Application application = application(DOUBLED);
        try (FlyteProject project = open()) {
            List<Registered> first = register(project, application);
            assertThat(first)
                    .extracting(Registered::task, Registered::result, Registered::problem)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("Tasks.doubled", Result.REGISTERED, ""),
                            org.assertj.core.groups.Tuple.tuple("Tasks.nothing", Result.REGISTERED, ""));
            assertThat(first).extracting(Registered::version).allMatch(version -> version.matches("[0-9a-f]{32}"));
            int stored = server.store().stored();
            assertThat(register(project, application))
                    .extracting(Registered::result)
                    .containsOnly(Result.UNCHANGED);
            assertThat(server.store().stored()).isEqualTo(stored);
        }
        assertThat(server.tasks().count()).isEqualTo(2);
        assertThat(progress).extracting(Progress::what).contains("bundling", "registering");
    }

    @Test
    void oneRefusalDoesNotLoseTheRest() throws Exception {
        Application application = application(
                "@Task @RayJobConfig(reuse = @Reuse(name = \"x\")) public static int bad(int n) { return n; } "
                        + DOUBLED);
        try (FlyteProject project = open()) {
            List<Registered> all = register(project, application);
            assertThat(all)
                    .extracting(Registered::result)
                    .containsExactly(Result.REFUSED, Result.REGISTERED, Result.REGISTERED);
            assertThat(all.get(0).problem())
                    .contains("task Tasks.bad cannot be registered with Flyte: reuse = \"x\" is not known to Flyte");
            assertThat(project.write(application, TestApplication.tasks(application), folder.resolve("out")))
                    .extracting(Registered::result)
                    .containsExactly(Result.REFUSED, Result.WRITTEN, Result.WRITTEN);
            assertThat(project.plan(application, TestApplication.tasks(application)))
                    .extracting(Planned::change)
                    .containsExactly(Change.REFUSED, Change.UNCHANGED, Change.UNCHANGED);
        }
    }

    @Test
    void anotherContentUnderATakenVersionIsToldInOurWords() throws Exception {
        Application application = application(DOUBLED);
        try (FlyteProject project = open()) {
            register(project, application);
        }
        variables.put("EAGLERAY_IMAGE", "img:2");
        try (FlyteProject project = open()) {
            List<Registered> all = register(project, application);
            assertThat(project.plan(application, TestApplication.tasks(application)))
                    .extracting(Planned::change)
                    .containsOnly(Change.REFUSED);
            server.tasks().forget("Tasks.doubled");
            all.addAll(register(project, application).subList(1, 2));
            assertThat(all).extracting(Registered::result).containsOnly(Result.REFUSED);
            assertThat(all)
                    .extracting(Registered::problem)
                    .allMatch(problem -> problem.contains("image is img:1 there and img:2 here"))
                    .noneMatch(problem -> problem.contains("outputPrefix"));
        }
    }

    @Test
    void anotherPlaceOfTheCodeIsNoOtherContent() throws Exception {
        Application application = application(DOUBLED);
        try (FlyteProject project = open()) {
            register(project, application);
            server.tasks().forget("Tasks.doubled");
            server.tasks().rewriteArgs("Tasks.nothing", "of another release");
            assertThat(register(project, application))
                    .extracting(Registered::result)
                    .containsExactly(Result.REGISTERED, Result.UNCHANGED);
        }
    }

    @Test
    void codeGoesToAStorageOfOnesOwn() throws Exception {
        Path storage = folder.resolve("storage");
        variables.put("EAGLERAY_STORAGE", storage.toUri().toString());
        Application application = application(DOUBLED);
        try (FlyteProject project = open()) {
            assertThat(register(project, application))
                    .extracting(Registered::result)
                    .containsOnly(Result.REGISTERED);
        }
        assertThat(server.store().stored()).isZero();
        assertThat(result(execute("a", "Tasks.doubled", Optional.empty(), Map.of("n", "21"))))
                .isEqualTo("42");
        String address = words.get(3);
        assertThat(address).startsWith("file://" + storage + "/eagleray-code/").endsWith(".zip");
        Path file = Path.of(URI.create(address));
        assertThat(words.get(4)).isEqualTo(Sha256.of(file));
        FileTime before = Files.getLastModifiedTime(file);
        server.tasks().forget("Tasks.doubled");
        try (FlyteProject project = open()) {
            assertThat(register(project, application))
                    .extracting(Registered::result)
                    .containsExactly(Result.REGISTERED, Result.UNCHANGED);
        }
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        variables.put("EAGLERAY_STORAGE", "gs://bucket");
        server.tasks().forget("Tasks.doubled");
        try (FlyteProject project = open()) {
            assertThatThrownBy(() -> register(project, application))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("EAGLERAY_STORAGE=gs://bucket");
        }
    }

    @Test
    void aResultThatIsKeptHasNoAttemptAndNoLinks() throws Exception {
        Application application =
                application("@Task(retries = 2, cache = true) public static int doubled(int n) { return 2 * n; }");
        try (FlyteProject project = open()) {
            register(project, application);
        }
        for (String id : List.of("first", "second")) {
            UntypedExecution execution = execute(id, "Tasks.doubled", Optional.empty(), Map.of("n", "4"));
            assertThat(result(execution)).isEqualTo("8");
            assertThat(execution.summary().state()).isEqualTo(State.SUCCEEDED);
            assertThat(execution.dashboard().isPresent()).isEqualTo(id.equals("first"));
        }
    }

    @Test
    void plans() throws Exception {
        Application application = application(DOUBLED);
        Application changed = application(TRIPLED);
        try (FlyteProject project = open()) {
            assertThat(project.plan(application, TestApplication.tasks(application)))
                    .extracting(Planned::change)
                    .containsOnly(Change.NEW);
            String before = register(project, application).get(0).version();
            int stored = server.store().stored();
            assertThat(project.plan(application, TestApplication.tasks(application)))
                    .extracting(Planned::change)
                    .containsOnly(Change.UNCHANGED);
            List<Planned> plan = project.plan(changed, TestApplication.tasks(changed));
            assertThat(plan.get(0).change()).isEqualTo(Change.CHANGED);
            assertThat(plan.get(0).before()).contains(before);
            assertThat(plan.get(0).differences())
                    .anyMatch(line -> line.startsWith("retries") && line.endsWith("is 2 there and 1 here"))
                    .hasSize(1);
            assertThat(plan.get(1).differences()).isEmpty();
            assertThat(server.store().stored()).isEqualTo(stored);
        }
    }

    @Test
    void writesWhatWouldBeRegisteredWithoutAsking() throws Exception {
        Application application = application(DOUBLED);
        try (FlyteProject project = open()) {
            Path out = folder.resolve("a b/out");
            List<Registered> written = project.write(application, TestApplication.tasks(application), out);
            project.write(application, TestApplication.tasks(application), folder.resolve("again"));
            assertThat(written).extracting(Registered::result).containsOnly(Result.WRITTEN);
            byte[] file = Files.readAllBytes(out.resolve("Tasks.doubled.pb"));
            assertThat(out.resolve("Tasks.nothing.pb")).exists();
            assertThat(folder.resolve("again/Tasks.doubled.pb")).hasBinaryContent(file);
            assertThat(TaskSpec.parseFrom(file).getTemplate().getContainer().getImage())
                    .isEqualTo("img:1");
            assertThat(server.calls()).isZero();
        }
    }

    @Test
    void executesAnyVersionAndSoRollsBack() throws Exception {
        Application old = application(DOUBLED);
        Application now = application(TRIPLED);
        try (FlyteProject project = open()) {
            String before = register(project, old).get(0).version();
            String after = register(project, now).get(0).version();
            assertThat(project.versions("Tasks.doubled"))
                    .extracting(FlyteProject.Version::version)
                    .containsExactly(after, before);
            Map<String, String> inputs = Map.of("n", "7");
            UntypedExecution newest = execute("newest", "Tasks.doubled", Optional.empty(), inputs);
            UntypedExecution older = execute("older", "Tasks.doubled", Optional.of(before), inputs);
            assertThat(result(newest)).isEqualTo("21");
            assertThat(result(older)).isEqualTo("14");
            assertThat(older.summary().state()).isEqualTo(State.SUCCEEDED);
            assertThat(older.summary().id()).isEqualTo("older");
            assertThat(result(execute("none", "Tasks.nothing", Optional.empty(), Map.of())))
                    .isEqualTo("null");
        }
    }

    @Test
    void listsMoreVersionsThanAPageHas() throws Exception {
        Application application = application(DOUBLED);
        try (FlyteProject project = open()) {
            register(project, application);
            server.tasks().copy("Tasks.doubled", 250);
            assertThat(project.versions("Tasks.doubled")).hasSize(251);
            assertThat(project.versions("Tasks.none")).isEmpty();
        }
    }

    @Test
    void refusesWhatIsNotThereOrDoesNotFit() throws Exception {
        Application application = application(DOUBLED);
        try (FlyteProject project = open()) {
            register(project, application);
            assertThatThrownBy(() -> execute("a", "Tasks.none", Optional.empty(), Map.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("has no task \"Tasks.none\" in project flytesnacks, domain development")
                    .hasMessageContaining("eagleray register");
            assertThatThrownBy(() -> execute("a", "Tasks.doubled", Optional.of("v9"), Map.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("has no task \"Tasks.doubled\" in version v9");
            assertThatThrownBy(() -> execute("a", "Tasks.doubled", Optional.empty(), Map.of("n", "\"x\"")))
                    .isInstanceOf(ValueException.class)
                    .hasMessageContaining("n: expected");
            assertThatThrownBy(() -> execute("a", "Tasks.doubled", Optional.empty(), Map.of("n", "1", "m", "1")))
                    .isInstanceOf(ValueException.class)
                    .hasMessageContaining("m: there is no such input; there are [n]");
        }
    }

    @Test
    void tellsTheUsersException() throws Exception {
        Application application = application(DOUBLED);
        try (FlyteProject project = open()) {
            register(project, application);
            RemoteError error = error(execute("bad", "Tasks.doubled", Optional.empty(), Map.of("n", "-2")));
            assertThat(error.type()).isEqualTo("java.lang.IllegalStateException");
            assertThat(error.message()).contains("attempt 0\nin two lines");
            assertThat(error.stackTrace())
                    .containsExactly(
                            new RemoteError.Frame("app.Tasks", "doubled", Optional.of("Tasks.java"), 7),
                            new RemoteError.Frame("java.lang.Thread", "run", Optional.of("Thread.java"), 840));
            assertThat(error.cause().orElseThrow().summary()).isEqualTo("java.io.IOException: disk");
            assertThat(error.cause().orElseThrow().stackTrace())
                    .containsExactly(
                            new RemoteError.Frame("app.Disk", "read", Optional.empty(), -2),
                            new RemoteError.Frame("java.lang.Thread", "run", Optional.of("Thread.java"), 840));
        }
    }

    @Test
    void retriesAreThoseOfFlyte() throws Exception {
        Application application = application(DOUBLED);
        try (FlyteProject project = open()) {
            register(project, application);
            UntypedExecution running = execute("again", "Tasks.doubled", Optional.empty(), Map.of("n", "-1"));
            assertThat(error(running).message()).contains("attempt 2\nin two lines");
        }
    }

    @Test
    void cancels() throws Exception {
        Application application = application(DOUBLED);
        try (FlyteProject project = open()) {
            register(project, application);
            UntypedExecution running = execute("long", "Tasks.doubled", Optional.empty(), Map.of("n", "100"));
            assertThatThrownBy(() -> running.outcome(Duration.ofMillis(500))).isInstanceOf(TaskTimeoutException.class);
            running.cancel();
            running.cancel();
            assertThat(running.outcome(LONG)).isInstanceOf(Outcome.Cancelled.class);
            assertThat(running.summary().state()).isEqualTo(State.CANCELLED);
        }
        assertThat(progress).extracting(Progress::message).contains("attempt 1 running");
    }

    @Test
    void oneIdIsOneExecution() throws Exception {
        Application application = application(DOUBLED);
        try (FlyteProject project = open()) {
            register(project, application);
            UntypedExecution first = execute("Once.1", "Tasks.doubled", Optional.empty(), Map.of("n", "1"));
            UntypedExecution same = execute("Once.1", "Tasks.doubled", Optional.empty(), Map.of("n", "1"));
            assertThat(same.id()).isEqualTo(first.id()).isEqualTo("Once.1");
            assertThatThrownBy(() -> execute("Once.1", "Tasks.doubled", Optional.empty(), Map.of("n", "2")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("already exists")
                    .hasMessageContaining("choose another id");
        }
    }

    @Test
    void asksAgainWhereThatHelps() throws Exception {
        Application application = application(DOUBLED);
        try (FlyteProject project = open()) {
            server.trouble(Status.UNAVAILABLE.withDescription("restarts"));
            server.trouble(Status.UNAVAILABLE.withDescription("restarts"));
            server.store().fail(2);
            assertThat(register(project, application))
                    .extracting(Registered::result)
                    .containsOnly(Result.REGISTERED);
        }
    }

    @Test
    void saysWhatTheStorageRefusesWithoutItsSignature() throws Exception {
        Application application = application(DOUBLED);
        server.store().fail(1_000);
        try (FlyteProject project = open()) {
            assertThatThrownBy(() -> register(project, application))
                    .hasMessageContaining("does not take")
                    .hasMessageContaining("503")
                    .hasMessageNotContaining("5ecret");
        }
    }
}
