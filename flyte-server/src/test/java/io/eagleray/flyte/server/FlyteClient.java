package io.eagleray.flyte.server;

import flyteidl.admin.Common.ObjectGetRequest;
import flyteidl.admin.ExecutionOuterClass.Execution;
import flyteidl.admin.ExecutionOuterClass.ExecutionCreateRequest;
import flyteidl.admin.ExecutionOuterClass.ExecutionMetadata;
import flyteidl.admin.ExecutionOuterClass.ExecutionSpec;
import flyteidl.admin.ExecutionOuterClass.ExecutionTerminateRequest;
import flyteidl.admin.ExecutionOuterClass.WorkflowExecutionGetDataRequest;
import flyteidl.admin.ExecutionOuterClass.WorkflowExecutionGetRequest;
import flyteidl.admin.NodeExecutionOuterClass.NodeExecution;
import flyteidl.admin.NodeExecutionOuterClass.NodeExecutionListRequest;
import flyteidl.admin.TaskExecutionOuterClass.TaskExecution;
import flyteidl.admin.TaskExecutionOuterClass.TaskExecutionListRequest;
import flyteidl.admin.TaskOuterClass.Task;
import flyteidl.admin.TaskOuterClass.TaskCreateRequest;
import flyteidl.admin.TaskOuterClass.TaskSpec;
import flyteidl.core.IdentifierOuterClass.Identifier;
import flyteidl.core.IdentifierOuterClass.NodeExecutionIdentifier;
import flyteidl.core.IdentifierOuterClass.ResourceType;
import flyteidl.core.IdentifierOuterClass.WorkflowExecutionIdentifier;
import flyteidl.core.Interface.TypedInterface;
import flyteidl.core.Interface.Variable;
import flyteidl.core.Interface.VariableMap;
import flyteidl.core.Literals.Literal;
import flyteidl.core.Literals.LiteralMap;
import flyteidl.core.Literals.Primitive;
import flyteidl.core.Literals.Scalar;
import flyteidl.core.Tasks.Container;
import flyteidl.core.Tasks.TaskMetadata;
import flyteidl.core.Tasks.TaskTemplate;
import flyteidl.core.Types.LiteralType;
import flyteidl.core.Types.SimpleType;
import flyteidl.service.AdminServiceGrpc;
import flyteidl.service.AdminServiceGrpc.AdminServiceBlockingStub;
import flyteidl.service.DataProxyServiceGrpc;
import flyteidl.service.DataProxyServiceGrpc.DataProxyServiceBlockingStub;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Asks a backend by its own messages, with nothing of Eagleray between. */
final class FlyteClient implements AutoCloseable {
    static final int LIMIT = 10;

    private static final Set<flyteidl.core.Execution.WorkflowExecution.Phase> ENDS = EnumSet.of(
            flyteidl.core.Execution.WorkflowExecution.Phase.SUCCEEDED,
            flyteidl.core.Execution.WorkflowExecution.Phase.FAILED,
            flyteidl.core.Execution.WorkflowExecution.Phase.ABORTED);

    private final ManagedChannel channel;

    FlyteClient(FlyteServer server) {
        channel = Grpc.newChannelBuilder(server.authority(), InsecureChannelCredentials.create())
                .maxInboundMetadataSize(1 << 20)
                .build();
    }

    AdminServiceBlockingStub admin() {
        return AdminServiceGrpc.newBlockingStub(channel).withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    DataProxyServiceBlockingStub data() {
        return DataProxyServiceGrpc.newBlockingStub(channel).withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    static Identifier id(String name) {
        return Identifier.newBuilder()
                .setResourceType(ResourceType.TASK)
                .setProject(FlyteServer.PROJECT)
                .setDomain(FlyteServer.DOMAIN)
                .setName(name)
                .setVersion("1")
                .build();
    }

    /** A task in a container, from the integer n to the integer o0. */
    static TaskTemplate.Builder task(String name) {
        return TaskTemplate.newBuilder()
                .setId(id(name))
                .setType("raw-container")
                .setMetadata(TaskMetadata.getDefaultInstance())
                .setContainer(Container.newBuilder().setImage("img:1").addArgs("{{.input}}"))
                .setInterface(
                        TypedInterface.newBuilder().setInputs(variable("n")).setOutputs(variable("o0")));
    }

    private static VariableMap variable(String name) {
        return VariableMap.newBuilder()
                .putVariables(
                        name,
                        Variable.newBuilder()
                                .setType(LiteralType.newBuilder().setSimple(SimpleType.INTEGER))
                                .build())
                .build();
    }

    static LiteralMap integer(String name, long value) {
        return primitive(name, Primitive.newBuilder().setInteger(value).build());
    }

    static LiteralMap primitive(String name, Primitive value) {
        return LiteralMap.newBuilder()
                .putLiterals(
                        name,
                        Literal.newBuilder()
                                .setScalar(Scalar.newBuilder().setPrimitive(value))
                                .build())
                .build();
    }

    void create(TaskTemplate.Builder template) {
        create(template.build());
    }

    void create(TaskTemplate template) {
        admin().createTask(TaskCreateRequest.newBuilder()
                .setId(template.getId())
                .setSpec(TaskSpec.newBuilder().setTemplate(template))
                .build());
    }

    Task task(Identifier id) {
        return admin().getTask(ObjectGetRequest.newBuilder().setId(id).build());
    }

    /** Begins an execution, and tells its name. */
    String execute(String name, String task, LiteralMap inputs) {
        return admin().createExecution(ExecutionCreateRequest.newBuilder()
                        .setProject(FlyteServer.PROJECT)
                        .setDomain(FlyteServer.DOMAIN)
                        .setName(name)
                        .setSpec(ExecutionSpec.newBuilder()
                                .setLaunchPlan(id(task))
                                .setMetadata(ExecutionMetadata.getDefaultInstance()))
                        .setInputs(inputs)
                        .build())
                .getId()
                .getName();
    }

    static WorkflowExecutionIdentifier execution(String name) {
        return WorkflowExecutionIdentifier.newBuilder()
                .setProject(FlyteServer.PROJECT)
                .setDomain(FlyteServer.DOMAIN)
                .setName(name)
                .build();
    }

    Execution find(String name) {
        return admin().getExecution(WorkflowExecutionGetRequest.newBuilder()
                .setId(execution(name))
                .build());
    }

    /** Waits for the end of an execution. */
    Execution end(String name) {
        return Awaitility.await()
                .until(() -> find(name), each -> ENDS.contains(each.getClosure().getPhase()));
    }

    LiteralMap outputs(String name) {
        return admin().getExecutionData(WorkflowExecutionGetDataRequest.newBuilder()
                        .setId(execution(name))
                        .build())
                .getFullOutputs();
    }

    void terminate(String name, String cause) {
        admin().terminateExecution(ExecutionTerminateRequest.newBuilder()
                .setId(execution(name))
                .setCause(cause)
                .build());
    }

    List<NodeExecution> nodes(String name, int limit) {
        return admin().listNodeExecutions(NodeExecutionListRequest.newBuilder()
                        .setWorkflowExecutionId(execution(name))
                        .setLimit(limit)
                        .build())
                .getNodeExecutionsList();
    }

    List<TaskExecution> attempts(String name, int limit) {
        return admin().listTaskExecutions(TaskExecutionListRequest.newBuilder()
                        .setNodeExecutionId(NodeExecutionIdentifier.newBuilder()
                                .setExecutionId(execution(name))
                                .setNodeId("task"))
                        .setLimit(limit)
                        .build())
                .getTaskExecutionsList();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
