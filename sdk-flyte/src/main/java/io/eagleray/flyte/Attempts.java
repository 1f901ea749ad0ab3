package io.eagleray.flyte;

import flyteidl.admin.NodeExecutionOuterClass.NodeExecution;
import flyteidl.admin.NodeExecutionOuterClass.NodeExecutionListRequest;
import flyteidl.admin.TaskExecutionOuterClass.TaskExecution;
import flyteidl.admin.TaskExecutionOuterClass.TaskExecutionListRequest;
import flyteidl.core.Execution.TaskLog;
import flyteidl.core.IdentifierOuterClass.WorkflowExecutionIdentifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The attempts at the task of an execution. */
final class Attempts {
    private static final int MOST = 100;
    private static final Set<String> ENDS = Set.of("start-node", "end-node");

    private final FlyteApi api;
    private final WorkflowExecutionIdentifier execution;

    Attempts(FlyteApi api, WorkflowExecutionIdentifier execution) {
        this.api = api;
        this.execution = execution;
    }

    private List<TaskExecution> all() {
        List<TaskExecution> attempts = new ArrayList<>();
        String what = "show the attempts of " + execution.getName();
        List<NodeExecution> nodes = api.answer(
                        what,
                        api.admin(stub -> stub.listNodeExecutions(NodeExecutionListRequest.newBuilder()
                                .setWorkflowExecutionId(execution)
                                .setLimit(MOST)
                                .build())))
                .getNodeExecutionsList();
        for (NodeExecution node : nodes) {
            if (!ENDS.contains(node.getId().getNodeId())) {
                attempts.addAll(api.answer(
                                what,
                                api.admin(stub -> stub.listTaskExecutions(TaskExecutionListRequest.newBuilder()
                                        .setNodeExecutionId(node.getId())
                                        .setLimit(MOST)
                                        .build())))
                        .getTaskExecutionsList());
            }
        }
        attempts.sort(Comparator.comparingInt(attempt -> attempt.getId().getRetryAttempt()));
        return attempts;
    }

    /** Where they stand, in one line; empty before the first. */
    String text() {
        return all().stream()
                .map(attempt -> "attempt " + (attempt.getId().getRetryAttempt() + 1) + " "
                        + attempt.getClosure().getPhase().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** What the backend links to, those of the last attempt last. */
    List<TaskLog> links() {
        return all().stream()
                .flatMap(attempt -> attempt.getClosure().getLogsList().stream())
                .toList();
    }
}
