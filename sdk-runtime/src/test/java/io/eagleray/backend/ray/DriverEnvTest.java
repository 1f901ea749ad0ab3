package io.eagleray.backend.ray;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.driver.Submission;
import io.eagleray.spec.RuntimeEnvSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The runtime environments of a driver and its workers, as Ray reads them. */
final class DriverEnvTest {
    private static final List<String> CODE = List.of("gcs://first.zip", "gcs://rest.zip");
    private static final String JOB = "_ray_pkg_ab.zip";

    @Test
    void aTaskThatAsksForNothingGetsItsCode() {
        DriverEnv env = env(Environments.NONE);
        assertThat(env.ofDriver(JOB, List.of()))
                .isEqualTo(Map.of("py_modules", List.of("gcs://first.zip", "gcs://rest.zip", "gcs://" + JOB)));
        assertThat(env.ofWorkers())
                .isEqualTo(Map.of(
                        "py_modules",
                        "[\"gcs://first.zip\",\"gcs://rest.zip\"]",
                        "java_jars",
                        "[\"gcs://first.zip\"]"));
    }

    @Test
    void filesReachBoth() {
        DriverEnv env = env(Environments.files("s3://bucket/data.zip", List.of("https://example.org/mod.zip")));
        assertThat(env.ofDriver(JOB, List.of()))
                .containsEntry("working_dir", "s3://bucket/data.zip")
                .containsEntry(
                        "py_modules",
                        List.of("gcs://first.zip", "gcs://rest.zip", "gcs://" + JOB, "https://example.org/mod.zip"));
        assertThat(env.ofWorkers())
                .containsEntry("working_dir", "\"s3://bucket/data.zip\"")
                .containsEntry("py_modules", "[\"gcs://first.zip\",\"gcs://rest.zip\",\"https://example.org/mod.zip\"]")
                .containsEntry("java_jars", "[\"gcs://first.zip\"]");
    }

    @Test
    void theVariablesOfTheExecutionWinOverThoseOfTheTask() {
        RuntimeEnvSpec given = Environments.settings(
                List.of(), "", Map.of("A", "env", "B", "env", "C", "a \"quoted\" one"), OptionalInt.empty());
        DriverEnv env = env(Environments.submission(given, Map.of("A", "task", "B", "task"), Map.of("A", "execution")));
        assertThat(env.ofDriver(JOB, List.of()))
                .containsEntry("env_vars", Map.of("A", "execution", "B", "task", "C", "a \"quoted\" one"));
        assertThat(env.ofWorkers())
                .containsEntry("env_vars", "{\"A\":\"execution\",\"B\":\"task\",\"C\":\"a \\\"quoted\\\" one\"}");
    }

    /** For Ray's REST API and its Java library name it differently. */
    @Test
    void theTimeoutHasTheNameThatWhoReadsItKnows() {
        DriverEnv env = env(Environments.settings(List.of(), "", Map.of(), OptionalInt.of(900)));
        assertThat(env.ofDriver(JOB, List.of())).containsEntry("config", Map.of("setup_timeout_seconds", 900));
        assertThat(env.ofWorkers()).containsEntry("config", "{\"setupTimeoutSeconds\":900}");
    }

    @Test
    void pipIsOnlyToldToWorkersForTheirPythonFunctions() {
        DriverEnv env = env(Environments.settings(List.of("six==1.16.0"), "", Map.of(), OptionalInt.of(60)));
        assertThat(env.ofDriver(JOB, List.of())).doesNotContainKeys("pip", "env_vars");
        assertThat(env.ofWorkers()).doesNotContainKey("pip");
        assertThat(env.ofWorkers().get("env_vars"))
                .contains("{\\\"packages\\\":[\\\"six==1.16.0\\\"]}")
                .contains("EAGLERAY_PYTHON_ENV")
                .contains("\\\"setupTimeoutSeconds\\\":60");
    }

    @Test
    void aCondaEnvironmentGoesByItsName() {
        DriverEnv env = env(Environments.settings(List.of(), "models", Map.of(), OptionalInt.empty()));
        assertThat(env.ofWorkers())
                .containsEntry("env_vars", "{\"EAGLERAY_PYTHON_ENV\":\"{\\\"conda\\\":\\\"models\\\"}\"}");
    }

    private static DriverEnv env(RuntimeEnvSpec given) {
        return env(Environments.submission(given, Map.of(), Map.of()));
    }

    private static DriverEnv env(Submission submission) {
        RuntimeEnvSpec given = DriverEnv.spec(submission).orElseThrow();
        try (EnvPackages packages = EnvPackages.of(given, Path.of("").toAbsolutePath())) {
            return new DriverEnv(submission, CODE, packages, PythonEnv.of(given, DriverEnvTest.class.getClassLoader()));
        }
    }
}
