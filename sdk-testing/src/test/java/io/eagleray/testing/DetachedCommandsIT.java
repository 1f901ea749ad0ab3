package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eagleray.backend.local.InstalledRay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Executions that one process leaves alone and others find again, by the address of a real Ray and its token. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DetachedCommandsIT {
    private static final String APP =
            Path.of("target/test-classes").toAbsolutePath().toString();

    @TempDir
    private Path marks;

    @TempDir
    private Path elsewhere;

    private RayHead head;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        head = RayHead.start(InstalledRay.command());
    }

    @AfterAll
    void end() throws IOException {
        if (head != null) {
            head.close();
        }
    }

    @Test
    void whatIsLeftAloneIsWatchedByOthersAndRunsOnce() throws IOException, InterruptedException {
        assertThat(run(submission("watched", "--detach"))).isEqualTo("watched\n");
        assertThat(run("executions")).containsPattern("watched +Gate\\.pass +(PENDING|RUNNING) ");
        assertThat(run("status", "watched", "--output", "json"))
                .startsWith("{\"id\":\"watched\",\"task\":\"Gate.pass\",\"state\":\"")
                .contains("\"ended\":null", "\"dashboard\":\"" + head.uri() + "/#/jobs/watched\"");

        assertThat(followed("watched", "watched waits"))
                .contains("[driver] watched has passed")
                .as("each line once")
                .doesNotHaveDuplicates();
        assertThat(run("result", "watched", "--app", APP)).isEqualTo("1\n");
        assertThat(run(submission("watched", "--quiet"))).isEqualTo("1\n");
        assertThat(Marks.count(marks, "watched")).as("how often it ran").isEqualTo(1);
        assertThat(run("status", "watched")).containsPattern("state +SUCCEEDED");
        assertThat(run("cancel", "watched")).isEqualTo("Gate.pass (watched) has ended already: it is SUCCEEDED\n");
    }

    @Test
    void whatIsLeftAloneIsCancelledByOthers() throws IOException, InterruptedException {
        run(submission("endless", "--detach"));
        await().atMost(Duration.ofMinutes(1)).until(() -> Marks.count(marks, "endless") == 1);
        assertThat(run("cancel", "endless")).isEqualTo("Gate.pass (endless) was RUNNING and is told to end\n");
        assertThat(run("logs", "--follow", "endless")).contains("endless waits").doesNotContain("has passed");
        Process result = process("result", "endless").start();
        assertThat(errors(result)).contains("Gate.pass (endless) was cancelled: cancelled by its client");
        assertThat(result.waitFor()).as("the exit code of a cancelled task").isEqualTo(130);
    }

    /** The log of an execution that is let pass when a line has come. */
    private List<String> followed(String id, String line) throws IOException, InterruptedException {
        Process logs = process("logs", "-f", id).start();
        try (BufferedReader reader = logs.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = reader.lines()
                    .peek(text -> {
                        if (text.endsWith(line)) {
                            open(id);
                        }
                    })
                    .toList();
            assertThat(logs.waitFor()).as(errors(logs)).isZero();
            return lines;
        }
    }

    private void open(String name) {
        try {
            Gate.open(marks, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] submission(String name, String option) {
        return new String[] {
            "run",
            "Gate.pass",
            "--app",
            APP,
            "--id",
            name,
            "--input",
            "folder=" + marks,
            "--input",
            "name=" + name,
            option
        };
    }

    /** What a command prints that ends well. */
    private String run(String... arguments) throws IOException, InterruptedException {
        Process process = process(arguments).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> String.join(" ", arguments) + ": " + errors(process))
                .isZero();
        return out;
    }

    private String errors(Process process) {
        try {
            process.waitFor();
            return Files.readString(elsewhere.resolve("err"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder process(String... arguments) {
        ProcessBuilder builder = OwnJvm.ofCommand(arguments)
                .directory(elsewhere.toFile())
                .redirectError(elsewhere.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("RAY_") || name.startsWith("EAGLERAY_"));
        builder.environment().putAll(head.variables());
        builder.environment().put("EAGLERAY_BACKEND", head.uri().toString());
        return builder;
    }
}
