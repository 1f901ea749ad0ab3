package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.eagleray.backend.BackendUri;
import io.eagleray.backend.Check;
import io.eagleray.backend.local.InstalledRay;
import io.eagleray.backend.ray.HeadChecks;
import io.eagleray.backend.ray.JobDetails;
import io.eagleray.backend.ray.JobStatus;
import io.eagleray.backend.ray.JobSubmission;
import io.eagleray.backend.ray.JobSubmission.Resources;
import io.eagleray.backend.ray.RayJobs;
import io.eagleray.backend.ray.RayPackages;
import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client of the Jobs API with a real Ray. */
@Tag("any-jdk")
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RayJobsIT {
    private static final String WRONG = "0123456789abcdef0123456789abcdef";
    private static final int MANY = 20_000;

    private RayHead head;
    private RayJobs jobs;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        head = RayHead.start(InstalledRay.command());
        jobs = head.jobs();
    }

    @AfterAll
    void end() throws IOException {
        if (head != null) {
            jobs.close();
            head.close();
        }
    }

    @Test
    void tellsItsVersion() throws InterruptedException {
        assertThat(jobs.version().ray().isSupported()).isTrue();
        assertThat(jobs.version().jobsApi()).isEqualTo(4);
        assertThat(jobs.version().session()).isPresent();
    }

    @Test
    void linesComeWhileTheJobRuns() throws InterruptedException {
        String id = id();
        Path gate = head.folder().resolve(id);
        JobSubmission job = JobSubmission.of(
                id, "echo one; while [ ! -e " + gate + " ]; do sleep 0.2; done; echo two; printf 'thr\u00e9\u00e9'");
        assertThat(jobs.submit(job).status()).isIn(JobStatus.PENDING, JobStatus.RUNNING);
        List<String> lines = new CopyOnWriteArrayList<>();
        JobDetails end = jobs.follow(id, line -> {
            lines.add(line);
            if (line.equals("one")) {
                create(gate); // the job ends only because its first line has come
            }
        });
        assertThat(end.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(end.exitCode()).hasValue(0);
        assertThat(end.started()).isPresent();
        assertThat(end.ended()).isPresent();
        assertThat(own(lines)).containsExactly("one", "two", "thr\u00e9\u00e9");
        List<String> whole = new ArrayList<>();
        assertThat(jobs.logs(id, whole::add)).isTrue();
        assertThat(whole).isEqualTo(lines);
    }

    @Test
    void manyLinesComeOnceAndInOrder() throws InterruptedException {
        String id = id();
        jobs.submit(JobSubmission.of(id, "seq 1 " + MANY / 2 + "; sleep 3; seq " + (MANY / 2 + 1) + " " + MANY));
        List<String> lines = new ArrayList<>();
        jobs.follow(id, lines::add);
        assertThat(own(lines))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, MANY).mapToObj(String::valueOf).toList());
    }

    @Test
    void aConnectionThatBreaksCostsNoLine() throws IOException, InterruptedException {
        String id = id();
        jobs.submit(
                JobSubmission.of(id, "for i in $(seq 1 60); do seq $(( i * 10 - 9 )) $(( i * 10 )); sleep 0.1; done"));
        List<String> lines = new ArrayList<>();
        try (Relay relay = Relay.breaking(head.uri().location(), Duration.ofMillis(1500));
                RayJobs through = RayJobs.at(BackendUri.parse("http://" + relay.location()), head.variables())) {
            assertThat(through.follow(id, lines::add).status()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(relay.cuts()).isGreaterThan(1);
        }
        assertThat(own(lines))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 600).mapToObj(String::valueOf).toList());
    }

    @Test
    void submittedTwiceItRunsOnce() throws IOException, InterruptedException {
        String id = id();
        Path mark = head.folder().resolve(id);
        JobSubmission job = JobSubmission.of(id, "echo ran >> " + mark);
        jobs.submit(job);
        jobs.submit(job);
        jobs.follow(id, line -> {});
        jobs.submit(job);
        assertThat(Files.readAllLines(mark)).containsExactly("ran");
        assertThat(jobs.list().stream().map(JobDetails::id)).containsOnlyOnce(id);
        assertThatThrownBy(() -> jobs.submit(JobSubmission.of(id, "echo other")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("another job with the id " + id + " already exists")
                .hasMessageContaining("choose another id");
    }

    @Test
    void stopsAndDeletes() throws InterruptedException {
        String id = id();
        jobs.submit(JobSubmission.of(id, "sleep 600"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> jobs.find(id).orElseThrow().status() == JobStatus.RUNNING);
        assertThatThrownBy(() -> jobs.delete(id))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is RUNNING and cannot be deleted: stop it first");
        assertThat(jobs.stop(id)).isTrue();
        assertThat(jobs.follow(id, line -> {}).status()).isEqualTo(JobStatus.STOPPED);
        assertThat(jobs.stop(id)).isFalse();
        assertThat(jobs.delete(id)).isTrue();
        assertThat(jobs.delete(id)).isFalse();
        assertThat(jobs.stop(id)).isFalse();
        assertThat(jobs.find(id)).isEmpty();
        assertThat(jobs.logs(id, line -> {})).isFalse();
        assertThatThrownBy(() -> jobs.follow(id, line -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not know job " + id);
    }

    @Test
    void tellsHowItFailed() throws InterruptedException {
        String id = id();
        jobs.submit(JobSubmission.of(id, "echo so it goes; exit 7"));
        JobDetails end = jobs.follow(id, line -> {});
        assertThat(end.status()).isEqualTo(JobStatus.FAILED);
        assertThat(end.exitCode()).hasValue(7);
        assertThat(end.errorType()).hasValue("JOB_ENTRYPOINT_COMMAND_ERROR");
        assertThat(end.message()).isEqualTo("Job entrypoint command failed with exit code 7");
    }

    @Test
    void packagesComeOnceAndAreThere(@TempDir Path folder) throws IOException, InterruptedException {
        String name = "_ray_pkg_" + id() + ".zip";
        Path zip = folder.resolve("a.zip");
        write(zip, "hello.txt", "from the package");
        List<Long> sent = new CopyOnWriteArrayList<>();
        RayPackages packages = jobs.packages();
        assertThat(packages.exists(name)).isFalse();
        assertThat(packages.upload(name, zip, sent::add)).isTrue();
        assertThat(sent).last().isEqualTo(Files.size(zip));
        assertThat(packages.exists(name)).isTrue();
        assertThat(packages.upload(name, zip, sent::add)).isFalse();

        String id = id();
        Map<String, Object> environment =
                Map.of("working_dir", RayPackages.uri(name), "env_vars", Map.of("GREETING", "hi"));
        jobs.submit(new JobSubmission(
                id, "echo $GREETING; cat hello.txt", environment, Map.of("who", "me"), Resources.NONE));
        List<String> lines = new ArrayList<>();
        JobDetails end = jobs.follow(id, lines::add);
        assertThat(own(lines)).containsExactly("hi", "from the package");
        assertThat(end.metadata()).containsEntry("who", "me");
    }

    @Test
    void refusesTokensThatAreNone() {
        assertThatThrownBy(() -> version(Map.of("HOME", "/nowhere")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("asks for a token (401), and there is none: set RAY_AUTH_TOKEN");
        assertThatThrownBy(() -> version(Map.of("RAY_AUTH_TOKEN", WRONG)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("refuses a token from RAY_AUTH_TOKEN (403")
                .hasMessageNotContaining(WRONG);
    }

    @Test
    void saysThatItDoesNotSpeakTls() throws InterruptedException {
        BackendUri secure = BackendUri.parse(head.uri().toString().replace("http:", "https:"));
        try (RayJobs there = RayJobs.at(secure, head.variables())) {
            assertThatThrownBy(there::version)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("does not speak TLS: write http in place of https");
        }
    }

    @Test
    void canBeChecked() throws InterruptedException {
        List<Check> checks = HeadChecks.of(head.uri(), head.variables());
        assertThat(checks).allMatch(Check::isOk);
        assertThat(checks.stream().map(Check::name))
                .containsExactly("settings", "address", "token", "Ray", "Jobs API", "jobs");
        List<Check> wrong = HeadChecks.of(head.uri(), Map.of("RAY_AUTH_TOKEN", WRONG));
        assertThat(wrong.get(wrong.size() - 1).name()).isEqualTo("token");
        assertThat(wrong.get(wrong.size() - 1).isOk()).isFalse();
    }

    private void version(Map<String, String> variables) throws InterruptedException {
        try (RayJobs others = RayJobs.at(head.uri(), variables)) {
            others.version();
        }
    }

    private static String id() {
        return "it-" + UUID.randomUUID();
    }

    /** Without what Ray itself logs at the beginning. */
    private static List<String> own(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.matches(".*(job_manager\\.py|Running entrypoint for job|INFO ).*"))
                .toList();
    }

    private static void create(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(Path zip, String name, String text) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(name));
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
    }
}
