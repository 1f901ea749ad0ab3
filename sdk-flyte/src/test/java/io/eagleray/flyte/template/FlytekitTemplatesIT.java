package io.eagleray.flyte.template;

import static org.assertj.core.api.Assertions.assertThat;

import flyteidl.admin.TaskOuterClass;
import io.eagleray.flyte.server.Flytekit;
import io.eagleray.flyte.type.Crossing;
import io.eagleray.spec.TaskSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The templates that {@code pyflyte package} makes of the same tasks in Python are ours, but for the differences that
 * {@code docs/flyte.md} lists. A difference that is listed and isn't there fails, too.
 */
@Tag("any-jdk")
class FlytekitTemplatesIT {
    private static final Pattern ROW = Pattern.compile("^\\| `(\\.[^`]+)` \\| .+ \\|$", Pattern.MULTILINE);

    @TempDir
    private static Path folder;

    private static final Map<String, Map<String, String>> THEIRS = new HashMap<>();

    @BeforeAll
    static void pack() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("fleet.py"), Flytekit.resource("fleet.py"));
        Flytekit flytekit = Flytekit.installed();
        flytekit.run(
                folder,
                "pyflyte",
                "--pkgs",
                "fleet",
                "package",
                "--image",
                "img:1",
                "--source",
                ".",
                "--output",
                "f.tgz");
        flytekit.run(folder, "python", "-m", "tarfile", "--extract", "f.tgz", "packed");
        try (Stream<Path> files = Files.list(folder.resolve("packed"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("_1.pb")).toList()) {
                TaskOuterClass.TaskSpec spec = TaskOuterClass.TaskSpec.parseFrom(Files.readAllBytes(file));
                THEIRS.put(spec.getTemplate().getId().getName(), Fields.of(spec.getTemplate()));
            }
        }
    }

    /** The listed differences, as patterns of paths. */
    private static List<String> listed() throws IOException {
        Matcher row = ROW.matcher(Files.readString(Path.of("../docs/flyte.md")));
        return row.results().map(result -> result.group(1)).toList();
    }

    private static Map<String, String> differences(String method) throws IOException {
        TaskSpec task = Crossing.task(Fleet.class, method);
        Map<String, String> ours =
                Fields.of(TaskTemplates.of(TaskTemplatesTest.registration(task, List.of("java", "{{.input}}"))));
        Map<String, String> theirs = Objects.requireNonNull(THEIRS.get(task.name()), task.name());
        Set<String> paths = new TreeSet<>(ours.keySet());
        paths.addAll(theirs.keySet());
        Map<String, String> differences = new TreeMap<>();
        for (String path : paths) {
            if (!Objects.equals(ours.get(path), theirs.get(path))) {
                differences.put(path, "ours " + ours.get(path) + ", theirs " + theirs.get(path));
            }
        }
        return differences;
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "environment", "least", "plain"})
    void differsInWhatIsListed(String method) throws IOException {
        Map<String, String> differences = differences(method);
        for (String pattern : listed()) {
            differences.keySet().removeIf(path -> matches(pattern, path));
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void allThatIsListedDiffers() throws IOException {
        Set<String> paths = new HashSet<>();
        for (String method : List.of("everything", "environment", "least", "plain")) {
            paths.addAll(differences(method).keySet());
        }
        List<String> listed = listed();
        assertThat(listed).isNotEmpty();
        assertThat(listed).allSatisfy(pattern -> assertThat(paths).anyMatch(path -> matches(pattern, path)));
    }

    /** In a pattern {@code *} stands for anything. */
    private static boolean matches(String pattern, String path) {
        return path.matches(Stream.of(pattern.split("\\*", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElseThrow());
    }
}
