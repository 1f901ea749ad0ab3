package io.eagleray.flyte.pod;

import flyteidl.core.Literals.LiteralMap;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ValueException;
import io.eagleray.driver.Submission;
import io.eagleray.flyte.type.FlyteInterface;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Calls;
import io.eagleray.wire.Json;
import io.eagleray.wire.Values;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A task and its function in the application: from Flyte's literals to a call, and back from its result. */
final class PodCall {
    /** The variable by which an execution bounds its attempts, as ISO-8601 has it. */
    static final String TIMEOUT = "EAGLERAY_TIMEOUT";

    private static final String ID = "FLYTE_INTERNAL_EXECUTION_ID";

    private final TaskSpec task;
    private final FlyteInterface flyte;
    private final CatalogFunction function;

    private PodCall(TaskSpec task, FlyteInterface flyte, CatalogFunction function) {
        this.task = task;
        this.flyte = flyte;
        this.function = function;
    }

    static PodCall of(PodTask task, ClassLoader application) {
        CatalogFunction function = Calls.catalog(task.beside().catalog(), application)
                .find(CatalogFunction.Kind.TASK, task.spec().name())
                .orElseThrow(() -> new ConfigurationException(
                        "the catalog " + task.beside().catalog() + " does not have the task \""
                                + task.spec().name() + "\": compile again, and register it again"));
        return new PodCall(task.spec(), FlyteInterface.of(task.spec().signature()), function);
    }

    /**
     * The submission of a call.
     *
     * @throws ValueException when an input is missing, or of another type; it names the place
     */
    Submission submission(LiteralMap inputs) {
        Map<String, String> json = flyte.inputs(inputs);
        @Nullable
        Object[] arguments = new @Nullable Object[function.parameters().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(function.parameters().get(i), json);
        }
        return new Submission(executionId(), task, Calls.encode(function, arguments), timeout(), Map.of(), Map.of());
    }

    /** That of the execution, else that of the task. */
    private Optional<Duration> timeout() {
        String given = System.getenv().getOrDefault(TIMEOUT, "");
        try {
            return given.isEmpty() ? task.timeout() : Optional.of(Duration.parse(given));
        } catch (DateTimeParseException e) {
            throw new ConfigurationException(TIMEOUT + " is no duration: write one such as PT90S", e);
        }
    }

    private static @Nullable Object argument(Parameter parameter, Map<String, String> json) {
        String given = Objects.requireNonNull(json.get(parameter.name()), parameter.name());
        try {
            return Json.read(given, parameter.type());
        } catch (ValueException e) {
            throw new ValueException(parameter.name() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The literals of a result.
     *
     * @param result what {@link Values} made of it
     * @throws ValueException when Flyte cannot have it; it names the place
     */
    LiteralMap outputs(byte[] result) {
        return flyte.outputs(Json.write(Values.decode(result, function.result()), function.result()));
    }

    private static String executionId() {
        String id = System.getenv().getOrDefault(ID, "");
        return id.matches("[A-Za-z0-9-]{1,63}") ? id : "flyte";
    }
}
