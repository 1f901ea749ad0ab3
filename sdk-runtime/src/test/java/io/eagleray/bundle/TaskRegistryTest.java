package io.eagleray.bundle;

import static io.eagleray.bundle.Jars.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.CacheSpec;
import io.eagleray.spec.ClassSpec;
import io.eagleray.spec.ResourceSpec;
import io.eagleray.spec.Signature;
import io.eagleray.spec.SourcePosition;
import io.eagleray.spec.TaskSpec;
import io.eagleray.spec.TypeSpec;
import io.eagleray.wire.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskRegistryTest {
    @TempDir
    private Path folder;

    @Test
    void refusesTwoTasksOfOneName() throws IOException {
        Path one = jar("one.jar", "a.Squares", "Squares.squares", "Squares.cubes");
        Path two = jar("two.jar", "b.Squares", "Squares.squares", "Squares.cubes");
        assertThatThrownBy(() -> TaskRegistry.of(List.of(one, two)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("two tasks are named \"Squares.squares\": a.Squares.squares (a/Squares.java:12, in " + one
                        + ") and b.Squares.squares (b/Squares.java:12, in " + two
                        + "); give one of them another @Task(name = …)" + System.lineSeparator()
                        + "two tasks are named \"Squares.cubes\": a.Squares.cubes (a/Squares.java:12, in " + one
                        + ") and b.Squares.cubes (b/Squares.java:12, in " + two
                        + "); give one of them another @Task(name = …)");
    }

    @Test
    void refusesSpecsThatCannotBeRead() throws IOException {
        Path broken = Jars.write(folder.resolve("broken.jar"), Map.of("META-INF/eagleray/a.A.json", text("{}")));
        assertThatThrownBy(() -> TaskRegistry.of(List.of(broken)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("META-INF/eagleray/a.A.json in " + broken + ": ");
        Path moved = Jars.write(
                folder.resolve("moved.jar"),
                Map.of("META-INF/eagleray/a.A.json", text(Specs.write(spec("a.B", "B.run")))));
        assertThatThrownBy(() -> TaskRegistry.of(List.of(moved)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("META-INF/eagleray/a.A.json in " + moved
                        + " describes another class, a.B: compile both classes again");
    }

    @Test
    void namesTheNearestOfAnUnknownTask() throws IOException {
        TaskRegistry registry = TaskRegistry.of(List.of(jar("a.jar", "a.Squares", "Squares.squares", "Squares.cubes")));
        assertUnknown(
                registry,
                "Squares.square",
                "there is no task \"Squares.square\": did you mean \"Squares.squares\"? `eagleray tasks` lists all 2");
        assertUnknown(
                registry,
                "cubes",
                "there is no task \"cubes\": did you mean \"Squares.cubes\"? `eagleray tasks` lists all 2");
        assertUnknown(registry, "Pi.pi", "there is no task \"Pi.pi\": `eagleray tasks` lists the 2 there are");
        assertUnknown(
                TaskRegistry.of(List.of()),
                "Pi.pi",
                "there is no task \"Pi.pi\": the class path declares no task at all; annotate a static method with @Task"
                        + " and compile it with the annotation processor");
    }

    @Test
    void listsTasksByName() throws IOException {
        Path one = jar("one.jar", "a.Squares", "Squares.squares");
        Path directory = Files.createDirectories(folder.resolve("classes/META-INF/eagleray"));
        Files.writeString(directory.resolve("a.Pi.json"), Specs.write(spec("a.Pi", "Pi.pi")));
        TaskRegistry registry = TaskRegistry.of(List.of(one, folder.resolve("classes")));
        assertThat(registry.tasks().stream().map(task -> task.spec().name()))
                .containsExactly("Pi.pi", "Squares.squares");
        assertThat(registry.classes().stream().map(ClassSpec::className)).containsExactly("a.Squares", "a.Pi");
        RegisteredTask squares = registry.task("Squares.squares");
        assertThat(squares.declaredBy().catalog()).isEqualTo("a.Squares_Catalog");
        assertThat(squares.origin()).isEqualTo(one);
    }

    @Test
    void ofAClassThatIsThereTwiceTakesTheFirst() throws IOException {
        Path first = jar("first.jar", "a.Squares", "Squares.squares");
        Path second = jar("second.jar", "a.Squares", "Squares.squares", "Squares.more");
        TaskRegistry registry = TaskRegistry.of(List.of(first, second));
        assertThat(registry.tasks())
                .singleElement()
                .extracting(RegisteredTask::origin)
                .isEqualTo(first);
    }

    private Path jar(String file, String className, String... tasks) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        entries.put("META-INF/eagleray/" + className + ".json", text(Specs.write(spec(className, tasks))));
        return Jars.write(folder.resolve(file), entries);
    }

    private static void assertUnknown(TaskRegistry registry, String name, String message) {
        assertThatThrownBy(() -> registry.task(name))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    private static ClassSpec spec(String className, String... tasks) {
        SourcePosition source = new SourcePosition(className.replace('.', '/') + ".java", 12);
        List<TaskSpec> specs = Stream.of(tasks)
                .map(name -> new TaskSpec(
                        name,
                        "",
                        name.substring(name.indexOf('.') + 1),
                        new Signature(List.of(), TypeSpec.of("java.lang.Void"), Map.of()),
                        Optional.empty(),
                        new ResourceSpec(Map.of(), Map.of()),
                        0,
                        List.of(),
                        Optional.empty(),
                        new CacheSpec(false, ""),
                        false,
                        Map.of(),
                        List.of(),
                        Map.of(),
                        source))
                .toList();
        return new ClassSpec(ClassSpec.SCHEMA_VERSION, className, className + "_Catalog", specs, List.of());
    }
}
