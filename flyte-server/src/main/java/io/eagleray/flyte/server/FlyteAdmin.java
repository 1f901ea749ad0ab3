package io.eagleray.flyte.server;

import flyteidl.admin.Common.ObjectGetRequest;
import flyteidl.admin.Common.ResourceListRequest;
import flyteidl.admin.ExecutionOuterClass.Execution;
import flyteidl.admin.ExecutionOuterClass.ExecutionCreateRequest;
import flyteidl.admin.ExecutionOuterClass.ExecutionCreateResponse;
import flyteidl.admin.ExecutionOuterClass.ExecutionList;
import flyteidl.admin.ExecutionOuterClass.ExecutionTerminateRequest;
import flyteidl.admin.ExecutionOuterClass.ExecutionTerminateResponse;
import flyteidl.admin.ExecutionOuterClass.WorkflowExecutionGetDataRequest;
import flyteidl.admin.ExecutionOuterClass.WorkflowExecutionGetDataResponse;
import flyteidl.admin.ExecutionOuterClass.WorkflowExecutionGetRequest;
import flyteidl.admin.NodeExecutionOuterClass.NodeExecutionList;
import flyteidl.admin.NodeExecutionOuterClass.NodeExecutionListRequest;
import flyteidl.admin.TaskExecutionOuterClass.TaskExecutionList;
import flyteidl.admin.TaskExecutionOuterClass.TaskExecutionListRequest;
import flyteidl.admin.TaskOuterClass.Task;
import flyteidl.admin.TaskOuterClass.TaskCreateRequest;
import flyteidl.admin.TaskOuterClass.TaskCreateResponse;
import flyteidl.admin.TaskOuterClass.TaskList;
import flyteidl.admin.VersionOuterClass.GetVersionRequest;
import flyteidl.admin.VersionOuterClass.GetVersionResponse;
import flyteidl.service.AdminServiceGrpc.AdminServiceImplBase;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Supplier;

/** The real service of the name, over {@link FlyteTasks} and {@link FlyteExecutions}. */
final class FlyteAdmin extends AdminServiceImplBase {
    private final FlyteTasks tasks;
    private final FlyteExecutions executions;

    FlyteAdmin(FlyteTasks tasks, FlyteExecutions executions) {
        this.tasks = tasks;
        this.executions = executions;
    }

    private static <A> void answer(StreamObserver<A> observer, Supplier<A> answer) {
        try {
            observer.onNext(answer.get());
            observer.onCompleted();
        } catch (StatusRuntimeException e) {
            observer.onError(e);
        }
    }

    private static void checkLimit(int limit) {
        if (limit <= 0) {
            throw FlyteTasks.invalid("invalid value for limit");
        }
    }

    @Override
    public void getVersion(GetVersionRequest request, StreamObserver<GetVersionResponse> observer) {
        answer(
                observer,
                () -> GetVersionResponse.newBuilder()
                        .setControlPlaneVersion(flyteidl.admin.VersionOuterClass.Version.newBuilder()
                                .setVersion("v1.16.8"))
                        .build());
    }

    @Override
    public void createTask(TaskCreateRequest request, StreamObserver<TaskCreateResponse> observer) {
        answer(observer, () -> {
            tasks.create(request);
            return TaskCreateResponse.getDefaultInstance();
        });
    }

    @Override
    public void getTask(ObjectGetRequest request, StreamObserver<Task> observer) {
        answer(observer, () -> tasks.get(request.getId()));
    }

    @Override
    public void listTasks(ResourceListRequest request, StreamObserver<TaskList> observer) {
        answer(observer, () -> {
            checkLimit(request.getLimit());
            List<Task> all = tasks.newestFirst(request.getId().getName());
            int from = request.getToken().isEmpty() ? 0 : Integer.parseInt(request.getToken());
            int to = Math.min(all.size(), from + request.getLimit());
            return TaskList.newBuilder()
                    .addAllTasks(all.subList(from, to))
                    .setToken(to < all.size() ? Integer.toString(to) : "")
                    .build();
        });
    }

    @Override
    public void createExecution(ExecutionCreateRequest request, StreamObserver<ExecutionCreateResponse> observer) {
        answer(
                observer,
                () -> ExecutionCreateResponse.newBuilder()
                        .setId(executions.create(request))
                        .build());
    }

    @Override
    public void getExecution(WorkflowExecutionGetRequest request, StreamObserver<Execution> observer) {
        answer(observer, () -> executions.get(request.getId()).execution());
    }

    @Override
    public void listExecutions(ResourceListRequest request, StreamObserver<ExecutionList> observer) {
        answer(observer, () -> {
            checkLimit(request.getLimit());
            return ExecutionList.newBuilder()
                    .addAllExecutions(executions.newestFirst().stream()
                            .limit(request.getLimit())
                            .toList())
                    .build();
        });
    }

    @Override
    public void getExecutionData(
            WorkflowExecutionGetDataRequest request, StreamObserver<WorkflowExecutionGetDataResponse> observer) {
        answer(
                observer,
                () -> WorkflowExecutionGetDataResponse.newBuilder()
                        .setFullInputs(executions.get(request.getId()).inputs())
                        .setFullOutputs(executions.get(request.getId()).outputs())
                        .build());
    }

    @Override
    public void terminateExecution(
            ExecutionTerminateRequest request, StreamObserver<ExecutionTerminateResponse> observer) {
        answer(observer, () -> {
            executions.get(request.getId()).abort(request.getCause());
            return ExecutionTerminateResponse.getDefaultInstance();
        });
    }

    @Override
    public void listNodeExecutions(NodeExecutionListRequest request, StreamObserver<NodeExecutionList> observer) {
        answer(observer, () -> {
            checkLimit(request.getLimit());
            return executions.get(request.getWorkflowExecutionId()).nodes();
        });
    }

    @Override
    public void listTaskExecutions(TaskExecutionListRequest request, StreamObserver<TaskExecutionList> observer) {
        answer(observer, () -> {
            checkLimit(request.getLimit());
            return executions.get(request.getNodeExecutionId().getExecutionId()).attempts(request.getNodeExecutionId());
        });
    }
}
