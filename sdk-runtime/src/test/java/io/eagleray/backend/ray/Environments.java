package io.eagleray.backend.ray;

import io.eagleray.driver.Submission;
import io.eagleray.spec.CacheSpec;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.ResourceSpec;
import io.eagleray.spec.RuntimeEnvSpec;
import io.eagleray.spec.Signature;
import io.eagleray.spec.SourcePosition;
import io.eagleray.spec.TaskSpec;
import io.eagleray.spec.TypeSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Runtime environments, and submissions of a task that asks for one. */
final class Environments {
    static final RuntimeEnvSpec NONE = files("", List.of());

    private static final ResourceSpec NO_RESOURCES = new ResourceSpec(Map.of(), Map.of());

    private Environments() {}

    static RuntimeEnvSpec files(String workingDir, List<String> pyModules, String... excludes) {
        return new RuntimeEnvSpec(
                List.of(), "", pyModules, workingDir, List.of(excludes), Map.of(), OptionalInt.empty());
    }

    static RuntimeEnvSpec settings(List<String> pip, String conda, Map<String, String> variables, OptionalInt timeout) {
        return new RuntimeEnvSpec(pip, conda, List.of(), "", List.of(), variables, timeout);
    }

    static Submission submission(RuntimeEnvSpec env, Map<String, String> ofTask, Map<String, String> ofExecution) {
        RayJobSpec job = new RayJobSpec(
                new RayJobSpec.HeadGroupSpec(Map.of(), NO_RESOURCES, ""),
                List.of(),
                env,
                Optional.empty(),
                true,
                OptionalInt.empty(),
                Optional.empty(),
                "",
                "",
                "",
                "",
                Optional.empty());
        TaskSpec task = new TaskSpec(
                "Squares.squares",
                "",
                "squares",
                new Signature(List.of(), TypeSpec.of("int"), Map.of()),
                Optional.of(job),
                NO_RESOURCES,
                0,
                List.of(),
                Optional.empty(),
                new CacheSpec(false, ""),
                false,
                ofTask,
                List.of(),
                Map.of(),
                new SourcePosition("p/Squares.java", 7));
        return new Submission("an-id", task, new byte[0], Optional.empty(), Map.of(), ofExecution);
    }
}
