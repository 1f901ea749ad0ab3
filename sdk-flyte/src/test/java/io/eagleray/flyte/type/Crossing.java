package io.eagleray.flyte.type;

import flyteidl.core.Literals.LiteralMap;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.ValueType;
import io.eagleray.spec.ClassSpec;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Calls;
import io.eagleray.wire.Json;
import io.eagleray.wire.Specs;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A task of the tests with one value, which goes to Flyte and comes back.
 *
 * @param spec the task
 * @param type the type of its value
 * @param flyte its interface
 */
public record Crossing(TaskSpec spec, ValueType type, FlyteInterface flyte) {
    private static final String VALUE = "value";

    public static List<TaskSpec> tasks(Class<?> type) {
        return Specs.load(type.getClassLoader(), type.getName()).tasks();
    }

    public static TaskSpec task(Class<?> type, String method) {
        return tasks(type).stream()
                .filter(task -> task.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    static Crossing of(Class<?> owner, TaskSpec spec) {
        ClassSpec all = Specs.load(owner.getClassLoader(), owner.getName());
        CatalogFunction function = Calls.catalog(all.catalog(), owner.getClassLoader())
                .find(CatalogFunction.Kind.TASK, spec.name())
                .orElseThrow();
        return new Crossing(spec, function.parameters().get(0).type(), FlyteInterface.of(spec.signature()));
    }

    static Crossing of(Class<?> owner, String method) {
        return of(owner, task(owner, method));
    }

    LiteralMap literals(Object value) {
        return flyte.inputs(Map.of(VALUE, json(value)));
    }

    Object value(LiteralMap literals) {
        return value(Objects.requireNonNull(flyte.inputs(literals).get(VALUE)));
    }

    String json(Object value) {
        return Json.write(value, type);
    }

    Object value(String json) {
        return Objects.requireNonNull(Json.readStrictly(json, type));
    }
}
