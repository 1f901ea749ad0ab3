package io.eagleray.flyte;

import com.google.protobuf.UnknownFieldSet;
import flyteidl.admin.Common.Annotations;
import flyteidl.admin.Common.Labels;
import flyteidl.admin.Common.NamedEntityIdentifier;
import flyteidl.admin.Common.ResourceListRequest;
import flyteidl.admin.Common.Sort;
import flyteidl.admin.ExecutionOuterClass.Execution;
import flyteidl.admin.ExecutionOuterClass.ExecutionCreateRequest;
import flyteidl.admin.ExecutionOuterClass.ExecutionMetadata;
import flyteidl.admin.ExecutionOuterClass.ExecutionSpec;
import flyteidl.admin.ExecutionOuterClass.WorkflowExecutionGetRequest;
import flyteidl.core.IdentifierOuterClass.Identifier;
import flyteidl.core.IdentifierOuterClass.WorkflowExecutionIdentifier;
import flyteidl.core.Literals.KeyValuePair;
import flyteidl.core.Literals.LiteralMap;
import io.eagleray.bundle.Sha256;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.ProgressSink;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The executions of a project and domain. */
final class FlyteRuns {
    private static final int MOST = 100;

    /** {@code Envs envs = 23} of a specification, which is younger than the messages for Java; {@code values = 1} of it. */
    private static final int ENVS = 23;

    private static final int VALUES = 1;

    private final FlyteApi api;
    private final ProgressSink progress;

    FlyteRuns(FlyteApi api, ProgressSink progress) {
        this.api = api;
        this.progress = progress;
    }

    /**
     * What is to be executed.
     *
     * @param task a registered version
     * @param id the id that its submitter has chosen
     * @param inputs the arguments
     * @param call what tells this call from another of the same id
     * @param labels labels of the execution
     * @param env environment variables that are added to the task's
     */
    record Request(
            Identifier task,
            String id,
            LiteralMap inputs,
            String call,
            Map<String, String> labels,
            Map<String, String> env) {}

    /**
     * Creates an execution. The same id twice makes one.
     *
     * @throws ConfigurationException when the id is that of another call, or the backend refuses it
     */
    FlyteRun create(Request request) {
        String name = ExecutionName.of(request.id());
        String call = Sha256.of(request.task().getName() + "@" + request.task().getVersion() + "\0" + request.call());
        ExecutionCreateRequest wanted = ExecutionCreateRequest.newBuilder()
                .setProject(api.options().address().project())
                .setDomain(api.options().address().domain())
                .setName(name)
                .setSpec(spec(request, call))
                .setInputs(request.inputs())
                .build();
        String what = "execute " + request.task().getName();
        api.answer(what, FlyteApi.unless(Status.Code.ALREADY_EXISTS, api.admin(stub -> stub.createExecution(wanted))));
        FlyteRun run = find(name)
                .orElseThrow(() -> new ConfigurationException(
                        api.options() + " has created execution " + name + " and does not have it"));
        if (!run.call().equals(call)) {
            throw new ConfigurationException("another execution " + name + " already exists at "
                    + api.options().authority() + ": choose another id");
        }
        return run;
    }

    private static ExecutionSpec spec(Request request, String call) {
        ExecutionSpec.Builder spec = ExecutionSpec.newBuilder()
                .setLaunchPlan(request.task())
                .setMetadata(ExecutionMetadata.newBuilder().setMode(ExecutionMetadata.ExecutionMode.MANUAL))
                .setLabels(Labels.newBuilder().putAllValues(request.labels()))
                .setAnnotations(Annotations.newBuilder()
                        .putValues(FlyteRun.ID, request.id())
                        .putValues(FlyteRun.CALL, call));
        if (!request.env().isEmpty()) {
            spec.setUnknownFields(UnknownFieldSet.newBuilder()
                    .addField(
                            ENVS,
                            UnknownFieldSet.Field.newBuilder()
                                    .addLengthDelimited(envs(request.env()).toByteString())
                                    .build())
                    .build());
        }
        return spec.build();
    }

    private static UnknownFieldSet envs(Map<String, String> env) {
        UnknownFieldSet.Field.Builder values = UnknownFieldSet.Field.newBuilder();
        new TreeMap<>(env)
                .forEach((key, value) -> values.addLengthDelimited(KeyValuePair.newBuilder()
                        .setKey(key)
                        .setValue(value)
                        .build()
                        .toByteString()));
        return UnknownFieldSet.newBuilder().addField(VALUES, values.build()).build();
    }

    /** Finds an execution by its id or name. */
    Optional<FlyteRun> find(String id) {
        String name = ExecutionName.of(id);
        return api.find(
                        "show execution " + name,
                        api.admin(stub -> stub.getExecution(WorkflowExecutionGetRequest.newBuilder()
                                .setId(WorkflowExecutionIdentifier.newBuilder()
                                        .setProject(api.options().address().project())
                                        .setDomain(api.options().address().domain())
                                        .setName(name))
                                .build())))
                .map(this::run);
    }

    private FlyteRun run(Execution execution) {
        return new FlyteRun(api, execution, progress);
    }

    /** The newest ones. */
    List<ExecutionSummary> list() {
        return api
                .answer(
                        "list executions",
                        api.admin(stub -> stub.listExecutions(ResourceListRequest.newBuilder()
                                .setId(NamedEntityIdentifier.newBuilder()
                                        .setProject(api.options().address().project())
                                        .setDomain(api.options().address().domain()))
                                .setLimit(MOST)
                                .setSortBy(
                                        Sort.newBuilder().setKey("created_at").setDirection(Sort.Direction.DESCENDING))
                                .build())))
                .getExecutionsList()
                .stream()
                .map(FlyteRun::summary)
                .toList();
    }
}
