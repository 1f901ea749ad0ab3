package io.eagleray.flyte.server;

import static io.eagleray.flyte.server.FlyteClient.LIMIT;
import static io.eagleray.flyte.server.FlyteClient.id;
import static io.eagleray.flyte.server.FlyteClient.integer;
import static io.eagleray.flyte.server.FlyteClient.primitive;
import static io.eagleray.flyte.server.FlyteClient.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import flyteidl.core.Errors.ContainerError;
import flyteidl.core.Execution.ExecutionError;
import flyteidl.core.Execution.ExecutionError.ErrorKind;
import flyteidl.core.Execution.TaskExecution.Phase;
import flyteidl.core.Execution.WorkflowExecution;
import flyteidl.core.Literals.LiteralMap;
import flyteidl.core.Literals.Primitive;
import flyteidl.core.Literals.RetryStrategy;
import flyteidl.core.Tasks.TaskMetadata;
import flyteidl.core.Tasks.TaskTemplate;
import flyteidl.service.Dataproxy.CreateUploadLocationRequest;
import flyteidl.service.Dataproxy.CreateUploadLocationResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each test is something that a real backend was seen to do. */
@Timeout(60)
final class FlyteServerTest {
    private static final LiteralMap FIVE = integer("n", 5);
    private static final String ERROR = "no luck\n\tat app.Tasks.doubled(Tasks.java:7)\n" + "x".repeat(200);

    private final List<FlyteServer.Attempt> attempts = new ArrayList<>();
    private final FlyteServer server = FlyteServer.start(this::run);
    private final FlyteClient client = new FlyteClient(server);

    /** What the next attempts come to. */
    private volatile FlyteServer.Propeller propeller = attempt -> integer("o0", 25);

    FlyteServerTest() throws IOException {}

    private LiteralMap run(FlyteServer.Attempt attempt) throws Exception {
        synchronized (attempts) {
            attempts.add(attempt);
        }
        return propeller.run(attempt);
    }

    @AfterEach
    void end() {
        client.close();
        server.close();
    }

    private static void assertRefused(ThrowingCallable asked, Status.Code code, String... words) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(code))
                .hasMessageContainingAll(words);
    }

    private static TaskTemplate.Builder retried(String name, int retries) {
        return task(name)
                .setMetadata(TaskMetadata.newBuilder()
                        .setRetries(RetryStrategy.newBuilder().setRetries(retries)));
    }

    private static FlyteFailure failure(ContainerError.Kind kind) {
        return new FlyteFailure(ContainerError.newBuilder()
                .setCode("USER:Luck")
                .setMessage(ERROR)
                .setKind(kind)
                .setOrigin(ErrorKind.USER)
                .build());
    }

    private ExecutionError failed(String name) {
        assertThat(client.end(name).getClosure().getPhase()).isEqualTo(WorkflowExecution.Phase.FAILED);
        return client.find(name).getClosure().getError();
    }

    @Test
    void theSameTaskAgainIsToldFromAnother() {
        client.create(task("a"));
        assertRefused(
                () -> client.create(task("a")),
                Status.Code.ALREADY_EXISTS,
                "task with identical structure already exists");
        assertRefused(
                () -> client.create(task("a").setType("ray")),
                Status.Code.INVALID_ARGUMENT,
                "a task with different structure already exists. (Please register a new version of the task):",
                "raw-container",
                "ray");
        assertThat(client.task(id("a")).getClosure().getCompiledTask().getTemplate())
                .isEqualTo(task("a").build());
        assertRefused(() -> client.task(id("b")), Status.Code.NOT_FOUND, "missing entity of type TASK with identifier");
    }

    @Test
    void someTasksAreRefused() {
        assertRefused(() -> client.create(task("a").setType("")), Status.Code.INVALID_ARGUMENT, "missing type");
        TaskTemplate.Builder imageless = task("a");
        imageless.getContainerBuilder().clearImage();
        assertRefused(() -> client.create(imageless), Status.Code.INVALID_ARGUMENT, "missing image");
        assertRefused(
                () -> client.create(task("a").setId(id("a").toBuilder().setProject("nope"))),
                Status.Code.INVALID_ARGUMENT,
                "failed to validate that project [nope] and domain [development] are registered",
                "project [nope] not found");
        assertRefused(
                () -> client.create(task("a").setId(id("a").toBuilder().setDomain("nope"))),
                Status.Code.INVALID_ARGUMENT,
                "domain [nope] is unrecognized by system");
    }

    @Test
    void someTasksAreTakenAndCannotRun() {
        client.create(task("no/container or name").clearContainer());
        client.execute("a", "no/container or name", FIVE);
        assertThat(failed("a").getCode()).isEqualTo("FailedToBuildResource");
        assertThat(failed("a").getMessage()).contains("unable to determine Pod configuration");
        client.create(task("cluster").setType("ray").setCustom(Struct.getDefaultInstance()));
        client.execute("b", "cluster", FIVE);
        assertThat(failed("b").getCode()).isEqualTo("Workflow abort failed");
        assertThat(attempts).isEmpty();
    }

    @Test
    void anExecutionHasTheNameThatIsAskedForOnce() {
        client.create(task("a"));
        assertThat(client.execute("e2ok-x", "a", FIVE)).isEqualTo("e2ok-x");
        assertRefused(
                () -> client.execute("e2ok-x", "a", FIVE),
                Status.Code.ALREADY_EXISTS,
                "value with matching already exists",
                "executions_pkey");
        assertThat(client.execute("", "a", FIVE)).matches("a[a-z0-9]{19}");
        for (String name : List.of("1a", "a_b", "a.b", "a".repeat(64))) {
            assertRefused(() -> client.execute(name, "a", FIVE), Status.Code.INVALID_ARGUMENT, name);
        }
        assertRefused(
                () -> client.execute("b", "b", FIVE),
                Status.Code.NOT_FOUND,
                "missing entity of type TASK with identifier");
    }

    @Test
    void argumentsAreChecked() {
        client.create(task("a"));
        assertRefused(
                () -> client.execute("a", "a", LiteralMap.getDefaultInstance()),
                Status.Code.INVALID_ARGUMENT,
                "expected_inputs n missing");
        LiteralMap text =
                primitive("n", Primitive.newBuilder().setStringValue("5").build());
        assertRefused(
                () -> client.execute("a", "a", text),
                Status.Code.INVALID_ARGUMENT,
                "invalid n input wrong type. Expected simple:INTEGER, but got simple:STRING");
        LiteralMap more = FIVE.toBuilder()
                .putAllLiterals(integer("m", 1).getLiteralsMap())
                .build();
        assertRefused(() -> client.execute("a", "a", more), Status.Code.INVALID_ARGUMENT, "invalid input m");
    }

    @Test
    void onlyRecoverableFailuresAreTriedAgain() {
        propeller = attempt -> {
            throw failure(ContainerError.Kind.NON_RECOVERABLE);
        };
        client.create(retried("a", 1));
        client.execute("a", "a", FIVE);
        assertThat(failed("a"))
                .isEqualTo(ExecutionError.newBuilder()
                        .setCode("USER:Luck")
                        .setMessage(ERROR)
                        .setKind(ErrorKind.USER)
                        .build());
        assertThat(attempts).hasSize(1);
        propeller = attempt -> {
            throw failure(ContainerError.Kind.RECOVERABLE);
        };
        client.execute("b", "a", FIVE);
        assertThat(failed("b").getCode()).isEqualTo("RetriesExhausted|USER:Luck");
        assertThat(failed("b").getMessage()).isEqualTo("[2/2] currentAttempt done. Last Error: USER::" + ERROR);
        assertThat(client.attempts("b", LIMIT))
                .extracting(
                        each -> each.getId().getRetryAttempt(),
                        each -> each.getClosure().getPhase())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, Phase.FAILED),
                        org.assertj.core.groups.Tuple.tuple(1, Phase.FAILED));
    }

    @Test
    void anErrorIsCutShortWhereNodesAreTold() {
        propeller = attempt -> {
            throw failure(ContainerError.Kind.NON_RECOVERABLE);
        };
        client.create(task("a"));
        client.execute("a", "a", FIVE);
        assertThat(failed("a").getMessage()).isEqualTo(ERROR);
        assertThat(client.nodes("a", LIMIT))
                .filteredOn(node -> node.getId().getNodeId().equals("task"))
                .singleElement()
                .satisfies(node ->
                        assertThat(node.getClosure().getError().getMessage()).isEqualTo(ERROR.substring(0, 100)));
    }

    @Test
    void podsThatFailWithoutAWordAreTriedThreeTimesMore() {
        propeller = attempt -> {
            throw new IOException("Failed to run Ray job " + attempt.number());
        };
        client.create(task("a"));
        client.execute("a", "a", FIVE);
        assertThat(failed("a").getCode()).isEqualTo("RetriesExhausted|TaskFailedWithError");
        assertThat(failed("a").getMessage())
                .isEqualTo("[3/3] currentAttempt done. Last Error: SYSTEM::Failed to run Ray job 3");
        assertThat(failed("a").getKind()).isEqualTo(ErrorKind.USER);
        assertThat(client.attempts("a", LIMIT)).hasSize(4);
    }

    @Test
    void resultsAreLookedForByTheirNamesAlone() {
        client.create(task("a"));
        propeller = attempt -> primitive("o0", Primitive.getDefaultInstance());
        client.execute("of-no-type", "a", FIVE);
        assertThat(client.end("of-no-type").getClosure().getPhase()).isEqualTo(WorkflowExecution.Phase.SUCCEEDED);
        propeller = attempt -> integer("o1", 25);
        client.execute("of-another-name", "a", FIVE);
        assertThat(failed("of-another-name").getCode()).isEqualTo("BindingResolutionFailure");
        assertThat(failed("of-another-name").getKind()).isEqualTo(ErrorKind.SYSTEM);
        assertThat(client.attempts("of-another-name", LIMIT))
                .extracting(each -> each.getClosure().getPhase())
                .containsExactly(Phase.SUCCEEDED);
    }

    @Test
    void aResultThatIsMissingMayComeTheNextTime() {
        client.create(retried("a", 1));
        propeller = attempt -> LiteralMap.getDefaultInstance();
        client.execute("a", "a", FIVE);
        assertThat(failed("a").getMessage()).contains("Outputs not generated by task execution");
        assertThat(failed("a").getKind()).isEqualTo(ErrorKind.UNKNOWN);
        assertThat(attempts).hasSize(2);
        TaskTemplate.Builder silent = task("silent");
        silent.getInterfaceBuilder().clearOutputs();
        client.create(silent);
        client.execute("b", "silent", FIVE);
        assertThat(client.end("b").getClosure().getPhase()).isEqualTo(WorkflowExecution.Phase.SUCCEEDED);
    }

    @Test
    void whatIsCachedHasNoAttempt() {
        TaskTemplate.Builder cached = task("a")
                .setMetadata(TaskMetadata.newBuilder().setDiscoverable(true).setDiscoveryVersion("1.0"));
        client.create(cached);
        for (String name : List.of("first", "second")) {
            client.execute(name, "a", FIVE);
            assertThat(client.end(name).getClosure().getPhase()).isEqualTo(WorkflowExecution.Phase.SUCCEEDED);
            assertThat(client.outputs(name)).isEqualTo(integer("o0", 25));
        }
        assertThat(client.attempts("first", LIMIT)).hasSize(1);
        assertThat(client.attempts("second", LIMIT)).isEmpty();
        client.execute("third", "a", integer("n", 6));
        client.end("third");
        assertThat(client.attempts("third", LIMIT)).hasSize(1);
    }

    @Test
    void terminatesOnce() {
        propeller = attempt -> {
            Thread.sleep(60_000);
            return integer("o0", 1);
        };
        client.create(retried("a", 3));
        client.execute("a", "a", FIVE);
        client.terminate("a", "nobody wants it");
        assertThat(client.end("a").getClosure().getPhase()).isEqualTo(WorkflowExecution.Phase.ABORTED);
        assertThat(client.find("a").getClosure().getAbortMetadata().getCause()).isEqualTo("nobody wants it");
        assertRefused(
                () -> client.terminate("a", "again"),
                Status.Code.FAILED_PRECONDITION,
                "Cannot abort an already terminated workflow execution");
        assertRefused(
                () -> client.terminate("b", "no such"),
                Status.Code.NOT_FOUND,
                "missing entity of type execution with identifier project:");
    }

    @Test
    void listsWithALimitAlone() {
        client.create(task("a"));
        client.execute("a", "a", FIVE);
        client.end("a");
        assertThat(client.nodes("a", LIMIT)).hasSize(3);
        assertRefused(() -> client.nodes("a", 0), Status.Code.INVALID_ARGUMENT, "invalid value for limit");
        assertRefused(() -> client.attempts("a", 0), Status.Code.INVALID_ARGUMENT, "invalid value for limit");
    }

    @Test
    void aFileGoesWhereItsContentSays() throws Exception {
        byte[] content = "the code".getBytes(StandardCharsets.UTF_8);
        byte[] md5 = MessageDigest.getInstance("MD5").digest(content);
        CreateUploadLocationRequest asked = CreateUploadLocationRequest.newBuilder()
                .setProject(FlyteServer.PROJECT)
                .setDomain(FlyteServer.DOMAIN)
                .setFilename("code.zip")
                .setContentMd5(ByteString.copyFrom(md5))
                .build();
        CreateUploadLocationResponse place = client.data().createUploadLocation(asked);
        assertThat(client.data().createUploadLocation(asked).getNativeUrl()).isEqualTo(place.getNativeUrl());
        String digest = Base64.getEncoder().encodeToString(md5);
        assertThat(put(place, content, "")).isEqualTo(403);
        assertThat(put(place, "other".getBytes(StandardCharsets.UTF_8), digest)).isEqualTo(403);
        assertThat(put(place, content, digest)).isEqualTo(200);
        assertThat(put(place, content, digest)).isEqualTo(200);
        assertThat(Files.readAllBytes(Path.of(URI.create(place.getNativeUrl()))))
                .isEqualTo(content);
    }

    private static int put(CreateUploadLocationResponse place, byte[] content, String md5)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(place.getSignedUrl())).PUT(BodyPublishers.ofByteArray(content));
        if (!md5.isEmpty()) {
            request.header("Content-MD5", md5);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
