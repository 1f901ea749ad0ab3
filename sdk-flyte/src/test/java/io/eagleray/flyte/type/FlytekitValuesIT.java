package io.eagleray.flyte.type;

import static org.assertj.core.api.Assertions.assertThat;

import flyteidl.core.Literals.Literal;
import flyteidl.core.Literals.LiteralMap;
import flyteidl.core.Types.LiteralType;
import io.eagleray.flyte.server.Flytekit;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.JsonObject;
import io.eagleray.wire.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What flytekit's own type engine makes of our literals, and we of its. One Python sees all of them. */
@Tag("any-jdk")
class FlytekitValuesIT {
    private static final int CASES = 25;

    /**
     * Of fields that Python would pickle, were they no fields, flytekit says so; a class that stands for a sealed type has a
     * name and defaults of its own; of a record that mentions itself we do not say what it consists of.
     */
    private static final Set<String> OTHER_TYPES = Set.of("all", "size", "node");

    private static final Map<String, List<Object>> VALUES = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    private static JsonObject answers = new JsonObject(Map.of());

    static Stream<TaskSpec> tasks() {
        return Crossing.tasks(Crossings.class).stream();
    }

    static Stream<TaskSpec> tasksOfEqualTypes() {
        return tasks().filter(task -> !OTHER_TYPES.contains(task.method()));
    }

    @BeforeAll
    static void ask() throws IOException, InterruptedException {
        Map<String, List<String>> literals = new LinkedHashMap<>();
        tasks().forEach(task -> {
            Crossing crossing = Crossing.of(Crossings.class, task);
            Sample sample = new Sample(task.method().hashCode());
            List<Object> values = Stream.generate(() -> sample.of(crossing.type()))
                    .limit(CASES)
                    .toList();
            VALUES.put(task.method(), values);
            literals.put(
                    task.method(),
                    values.stream()
                            .map(value -> encoded(crossing.literals(value)))
                            .toList());
        });
        Files.writeString(folder.resolve("java.json"), JsonObject.write(literals));
        Path script = Files.writeString(folder.resolve("crossings.py"), Flytekit.resource("crossings.py"));
        Flytekit.installed().run(folder, "python", script.toString(), folder.toString());
        answers = JsonObject.read(Files.readString(folder.resolve("python.json")), Limits.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void pythonHasTheValuesAndSendsThemBack(TaskSpec task) {
        Crossing crossing = Crossing.of(Crossings.class, task);
        List<Object> values = Objects.requireNonNull(VALUES.get(task.method()));
        List<JsonObject> given = objects(task, "answers");
        assertThat(given).hasSize(CASES);
        for (int i = 0; i < CASES; i++) {
            String sent = crossing.json(values.get(i));
            assertThat(given.get(i).text("error")).as(sent).isEmpty();
            String told = given.get(i).text("value").orElseThrow();
            assertThat(crossing.json(crossing.value(told))).as("in Python").isEqualTo(sent);
            assertThat(crossing.json(crossing.value(literals(given.get(i)))))
                    .as("back from Python")
                    .isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void valuesOfPythonsOwnArrive(TaskSpec task) {
        Crossing crossing = Crossing.of(Crossings.class, task);
        List<JsonObject> given = objects(task, "first");
        assertThat(given).hasSize(CASES);
        for (JsonObject each : given) {
            String told = each.text("value").orElseThrow();
            assertThat(crossing.json(crossing.value(literals(each)))).isEqualTo(crossing.json(crossing.value(told)));
        }
    }

    /** Flyte's compiler compares schemas where a Python workflow hands one's result to the other. */
    @ParameterizedTest
    @MethodSource("tasksOfEqualTypes")
    void typesAreThoseOfFlytekit(TaskSpec task) throws IOException {
        LiteralType ours = Crossing.of(Crossings.class, task)
                .flyte()
                .typed()
                .getInputs()
                .getVariablesOrThrow("value")
                .getType();
        byte[] theirs = decoded(object(task).text("type").orElseThrow());
        assertThat(TypeText.of(ours)).isEqualTo(TypeText.of(LiteralType.parseFrom(theirs)));
    }

    private static JsonObject object(TaskSpec task) {
        return (JsonObject) Objects.requireNonNull(answers.members().get(task.method()));
    }

    private static List<JsonObject> objects(TaskSpec task, String name) {
        List<JsonObject> objects = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(object(task).members().get(name)))
                .forEach(each -> objects.add((JsonObject) each));
        return objects;
    }

    private static LiteralMap literals(JsonObject answer) {
        try {
            Literal literal = Literal.parseFrom(decoded(answer.text("literal").orElseThrow()));
            return LiteralMap.newBuilder().putLiterals("value", literal).build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(LiteralMap literals) {
        return Base64.getEncoder()
                .encodeToString(literals.getLiteralsOrThrow("value").toByteArray());
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
