package io.eagleray.flyte;

import flyteidl.core.IdentifierOuterClass.Identifier;
import flyteidl.core.Literals.LiteralMap;
import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendExecution;
import io.eagleray.bundle.RegisteredTask;
import io.eagleray.bundle.Sha256;
import io.eagleray.bundle.TaskRegistry;
import io.eagleray.call.CatalogFunction;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.driver.Submission;
import io.eagleray.flyte.FlyteProject.Registered;
import io.eagleray.flyte.FlyteProject.Result;
import io.eagleray.flyte.pod.PodCode;
import io.eagleray.flyte.template.TaskTemplates;
import io.eagleray.flyte.type.FlyteInterface;
import io.eagleray.spec.Signature;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Calls;
import io.eagleray.wire.Calls.DecodedCall;
import io.eagleray.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Executes tasks on Flyte: what is submitted is registered under its version first, unless it is there. */
final class FlyteBackend implements Backend {
    private final FlyteApi api;
    private final FlyteRuns runs;
    private final BackendEnvironment environment;

    FlyteBackend(FlyteApi api, BackendEnvironment environment) {
        this.api = api;
        this.runs = new FlyteRuns(api, environment.progress());
        this.environment = environment;
    }

    @Override
    public BackendExecution submit(Submission submission) {
        TaskSpec task = submission.spec();
        FlyteInterface values = FlyteInterface.of(task.signature());
        DecodedCall call =
                Calls.decode(submission.call(), environment.application().loader());
        LiteralMap inputs = values.inputs(json(call));
        Identifier registered = registered(task);
        Map<String, String> labels = new TreeMap<>(task.rayJob().isPresent() ? Map.of() : task.labels());
        labels.putAll(submission.labels());
        Map<String, String> env = new TreeMap<>(submission.env());
        if (!submission.timeout().equals(task.timeout())) {
            submission.timeout().ifPresent(timeout -> env.put(PodCode.TIMEOUT, timeout.toString()));
        }
        FlyteRun run = runs.create(
                new FlyteRuns.Request(registered, submission.id(), inputs, Sha256.of(submission.call()), labels, env));
        return new FlyteExecution(run, task::signature);
    }

    private static Map<String, String> json(DecodedCall call) {
        Map<String, String> json = new LinkedHashMap<>();
        CatalogFunction function = call.function();
        for (int i = 0; i < call.arguments().length; i++) {
            json.put(
                    function.parameters().get(i).name(),
                    Json.write(call.arguments()[i], function.parameters().get(i).type()));
        }
        return json;
    }

    private Identifier registered(TaskSpec task) {
        FlyteCode code = new FlyteCode(List.of(found(task)), environment);
        Registered result =
                new Registering(api, environment.progress()).register(code).get(0);
        if (result.result() == Result.REFUSED) {
            throw new ConfigurationException(result.problem());
        }
        return TaskTemplates.id(
                api.options().address().project(), api.options().address().domain(), task.name(), result.version());
    }

    /** As it is submitted, which settings may have changed. */
    private RegisteredTask found(TaskSpec task) {
        RegisteredTask found = TaskRegistry.of(environment.application()).task(task.name());
        return new RegisteredTask(task, found.declaredBy(), found.origin());
    }

    /** Its code need not be here: what is registered tells its signature. */
    @Override
    public Optional<BackendExecution> find(String id) {
        return runs.find(id).map(run -> new FlyteExecution(run, () -> signature(run)));
    }

    private Signature signature(FlyteRun run) {
        return new Registrar(api, environment.progress())
                .signature(run.task())
                .orElseThrow(() -> new ConfigurationException("execution " + run.id() + " is of task "
                        + run.task().getName() + ", which " + api.options() + " does not have"));
    }

    @Override
    public List<ExecutionSummary> executions() {
        return runs.list();
    }

    /** The executions go on. */
    @Override
    public void close() {
        api.close();
    }
}
