package io.eagleray.backend.ray;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.BackendException;
import io.eagleray.client.RemoteError;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JobFailureTest {
    @ParameterizedTest
    @CsvSource({
        "RUNTIME_ENV_SETUP_FAILURE,      , its runtime environment could not be set up",
        "RUNTIME_ENV_SETUP_FAILURE,      , correct @RuntimeEnv",
        "JOB_SUPERVISOR_ACTOR_DIED,      , 'Ray could not start its driver, or lost it'",
        "JOB_ENTRYPOINT_COMMAND_ERROR, 127, 'install a JDK, 17 or later'",
        "JOB_ENTRYPOINT_COMMAND_ERROR, 137, its driver was killed: did it use more memory",
        "JOB_ENTRYPOINT_COMMAND_ERROR,  -9, its driver was killed: did it use more memory",
        "JOB_ENTRYPOINT_COMMAND_ERROR,   3, 'without an outcome, with exit code 3; its log'",
        "                            ,    , without an outcome; its log tells more",
    })
    void saysWhatAndWhatToDo(String type, Long exitCode, String said) {
        RemoteError error = JobFailure.of(job(
                Optional.ofNullable(type),
                exitCode == null ? OptionalLong.empty() : OptionalLong.of(exitCode),
                "as Ray says"));
        assertThat(error.type()).isEqualTo(BackendException.class.getName());
        assertThat(error.message().orElseThrow())
                .startsWith("job a-1 has failed: ")
                .contains(said)
                .endsWith("\nas Ray says");
    }

    @Test
    void aJavaThatIsTooOldIsKnownByItsWords() {
        String java11 = """
                Error: LinkageError occurred while loading main class io.eagleray.driver.cluster.Entrypoint
                \tjava.lang.UnsupportedClassVersionError: io/eagleray/driver/cluster/Entrypoint has been compiled by a more \
                recent version of the Java Runtime (class file version 61.0), this version of the Java Runtime only \
                recognizes class file versions up to 55.0""";
        assertThat(JobFailure.of(job(Optional.of("JOB_ENTRYPOINT_COMMAND_ERROR"), OptionalLong.of(1), java11))
                        .message()
                        .orElseThrow())
                .contains("is too old: install a JDK, 17 or later");
    }

    @Test
    void repeatsTheLastOfWhatRaySays() {
        String much = IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        String message = JobFailure.of(job(Optional.empty(), OptionalLong.empty(), much))
                .message()
                .orElseThrow();
        assertThat(message.lines()).hasSize(31).endsWith("line 99", "line 100").doesNotContain("line 70");
    }

    private static JobDetails job(Optional<String> type, OptionalLong exitCode, String message) {
        return new JobDetails(
                "a-1",
                JobStatus.FAILED,
                message,
                type,
                "java",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                exitCode,
                Optional.empty(),
                Optional.empty());
    }
}
