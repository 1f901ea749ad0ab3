package io.eagleray.flyte.server;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnknownFieldSet;
import flyteidl.admin.ExecutionOuterClass.AbortMetadata;
import flyteidl.admin.ExecutionOuterClass.Execution;
import flyteidl.admin.ExecutionOuterClass.ExecutionClosure;
import flyteidl.admin.ExecutionOuterClass.ExecutionCreateRequest;
import flyteidl.admin.NodeExecutionOuterClass.NodeExecution;
import flyteidl.admin.NodeExecutionOuterClass.NodeExecutionList;
import flyteidl.admin.TaskExecutionOuterClass.TaskExecution;
import flyteidl.admin.TaskExecutionOuterClass.TaskExecutionClosure;
import flyteidl.admin.TaskExecutionOuterClass.TaskExecutionList;
import flyteidl.core.Execution.ExecutionError;
import flyteidl.core.Execution.TaskExecution.Phase;
import flyteidl.core.Execution.TaskLog;
import flyteidl.core.Execution.WorkflowExecution;
import flyteidl.core.IdentifierOuterClass.NodeExecutionIdentifier;
import flyteidl.core.IdentifierOuterClass.TaskExecutionIdentifier;
import flyteidl.core.IdentifierOuterClass.WorkflowExecutionIdentifier;
import flyteidl.core.Literals.KeyValuePair;
import flyteidl.core.Literals.LiteralMap;
import flyteidl.core.Tasks.TaskTemplate;
import io.grpc.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One execution: its attempts run one after the other, on a thread. */
final class RunningExecution {
    private static final int ENVS = 23;
    private static final int SYSTEM_RETRIES = 3;
    private static final int LONGEST_ERROR = 100;

    private final WorkflowExecutionIdentifier id;
    private final ExecutionCreateRequest request;
    private final TaskTemplate task;
    private final FlyteServer.Propeller propeller;
    private final FlyteCache cache;
    private final Instant created = Instant.now();
    private final List<Phase> attempts = new ArrayList<>();
    private final Thread thread;
    private WorkflowExecution.Phase phase = WorkflowExecution.Phase.UNDEFINED;
    private ExecutionError error = ExecutionError.getDefaultInstance();
    private LiteralMap outputs = LiteralMap.getDefaultInstance();
    private String cause = "";

    RunningExecution(
            WorkflowExecutionIdentifier id,
            ExecutionCreateRequest request,
            TaskTemplate task,
            FlyteServer.Propeller propeller,
            FlyteCache cache) {
        this.id = id;
        this.request = request;
        this.task = task;
        this.propeller = propeller;
        this.cache = cache;
        this.thread = new Thread(this::run, "execution " + id.getName());
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    private synchronized void enter(WorkflowExecution.Phase next) {
        if (phase != WorkflowExecution.Phase.ABORTED) {
            phase = next;
        }
    }

    private synchronized int next() {
        attempts.add(Phase.RUNNING);
        return attempts.size() - 1;
    }

    private synchronized void ended(int attempt, Phase how) {
        attempts.set(attempt, how);
    }

    private void run() {
        enter(WorkflowExecution.Phase.RUNNING);
        Optional<LiteralMap> known = cache.find(task, request.getInputs());
        if (known.isPresent()) {
            succeed(known.get()); // there is no attempt
            return;
        }
        Optional<ExecutionError> unfit = FlyteEnds.ofTemplate(task);
        if (unfit.isPresent()) {
            fail(unfit.get());
            return;
        }
        attempt();
    }

    /** Failures that a pod has told of, and those that it has not, are counted apart. */
    private void attempt() {
        int left = task.getMetadata().getRetries().getRetries();
        int systemLeft = SYSTEM_RETRIES;
        while (!isAborted()) {
            int attempt = next();
            try {
                LiteralMap given =
                        propeller.run(new FlyteServer.Attempt(id.getName(), task, request.getInputs(), env(), attempt));
                FlyteEnds.requireOutputs(task, given);
                ended(attempt, Phase.SUCCEEDED);
                FlyteEnds.ofBinding(task, given).ifPresentOrElse(this::fail, () -> {
                    cache.keep(task, request.getInputs(), given);
                    succeed(given);
                });
                return;
            } catch (FlyteFailure failure) {
                ended(attempt, Phase.FAILED);
                if (!failure.isRecoverable() || left-- == 0) {
                    fail(failure.error(attempt + 1, failure.isRecoverable()));
                    return;
                }
            } catch (Exception failure) {
                ended(attempt, isAborted() ? Phase.ABORTED : Phase.FAILED);
                if (systemLeft-- == 0) {
                    fail(FlyteEnds.ofSystem(SYSTEM_RETRIES, failure));
                    return;
                }
            }
        }
    }

    private synchronized boolean isAborted() {
        return phase == WorkflowExecution.Phase.ABORTED;
    }

    private void succeed(LiteralMap given) {
        synchronized (this) {
            outputs = given;
        }
        enter(WorkflowExecution.Phase.SUCCEEDED);
    }

    private void fail(ExecutionError how) {
        synchronized (this) {
            error = how;
        }
        enter(WorkflowExecution.Phase.FAILED);
    }

    private Map<String, String> env() throws InvalidProtocolBufferException {
        Map<String, String> env = new HashMap<>();
        for (ByteString envs :
                request.getSpec().getUnknownFields().getField(ENVS).getLengthDelimitedList()) {
            for (ByteString value : UnknownFieldSet.parseFrom(envs).getField(1).getLengthDelimitedList()) {
                KeyValuePair pair = KeyValuePair.parseFrom(value);
                env.put(pair.getKey(), pair.getValue());
            }
        }
        return env;
    }

    synchronized Execution execution() {
        Timestamp time = Timestamp.newBuilder()
                .setSeconds(created.getEpochSecond())
                .setNanos(created.getNano())
                .build();
        ExecutionClosure.Builder closure =
                ExecutionClosure.newBuilder().setPhase(phase).setCreatedAt(time).setUpdatedAt(time);
        switch (phase) {
            case FAILED -> closure.setError(error);
            case ABORTED -> closure.setAbortMetadata(AbortMetadata.newBuilder().setCause(cause));
            default -> {}
        }
        return Execution.newBuilder()
                .setId(id)
                .setSpec(request.getSpec())
                .setClosure(closure)
                .build();
    }

    LiteralMap inputs() {
        return request.getInputs();
    }

    synchronized LiteralMap outputs() {
        return outputs;
    }

    synchronized void abort(String reason) {
        if (phase == WorkflowExecution.Phase.SUCCEEDED
                || phase == WorkflowExecution.Phase.FAILED
                || phase == WorkflowExecution.Phase.ABORTED) {
            throw Status.FAILED_PRECONDITION
                    .withDescription("Cannot abort an already terminated workflow execution")
                    .asRuntimeException();
        }
        phase = WorkflowExecution.Phase.ABORTED;
        cause = reason;
        thread.interrupt();
    }

    /** What an error says is cut short here. */
    synchronized NodeExecutionList nodes() {
        NodeExecutionList.Builder nodes = NodeExecutionList.newBuilder();
        for (String node : List.of("start-node", "task", "end-node")) {
            NodeExecution.Builder one = NodeExecution.newBuilder()
                    .setId(NodeExecutionIdentifier.newBuilder()
                            .setExecutionId(id)
                            .setNodeId(node));
            if (node.equals("task") && phase == WorkflowExecution.Phase.FAILED) {
                String message = error.getMessage();
                one.getClosureBuilder()
                        .setError(error.toBuilder()
                                .setMessage(message.substring(0, Math.min(LONGEST_ERROR, message.length()))));
            }
            nodes.addNodeExecutions(one);
        }
        return nodes.build();
    }

    synchronized TaskExecutionList attempts(NodeExecutionIdentifier node) {
        TaskExecutionList.Builder list = TaskExecutionList.newBuilder();
        for (int i = 0; i < attempts.size(); i++) {
            list.addTaskExecutions(TaskExecution.newBuilder()
                    .setId(TaskExecutionIdentifier.newBuilder()
                            .setTaskId(task.getId())
                            .setNodeExecutionId(node)
                            .setRetryAttempt(i))
                    .setClosure(TaskExecutionClosure.newBuilder()
                            .setPhase(attempts.get(i))
                            .addLogs(TaskLog.newBuilder()
                                    .setName("Ray Dashboard")
                                    .setUri("http://ray.example/" + id.getName() + "/" + i))));
        }
        return list.build();
    }
}
