package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.backend.local.InstalledRay;
import io.eagleray.backend.ray.JobDetails;
import io.eagleray.backend.ray.JobStatus;
import io.eagleray.backend.ray.JobSubmission;
import io.eagleray.backend.ray.RayJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Somebody's Python program on the Ray which we use: as soon as all CPUs are held, it asks for one, four times. */
final class PythonJob {
    private static final String PROGRAM = """
            import ray, time
            ray.init(logging_level="error", log_to_driver=False)
            @ray.remote(num_cpus=1)
            def number(x):
                return x
            for _ in range(600):
                if ray.available_resources().get("CPU", 0) == 0:
                    break
                time.sleep(0.1)
            else:
                raise SystemExit("nobody holds all CPUs")
            assert ray.get([number.remote(x) for x in range(4)]) == [0, 1, 2, 3]
            """;

    private PythonJob() {}

    /** Runs it, until it has its four results. */
    static void run(RayHead head) throws IOException, InterruptedException {
        Path program = Files.writeString(head.folder().resolve("job.py"), PROGRAM);
        Path python = InstalledRay.command().resolveSibling("python");
        List<String> lines = new ArrayList<>();
        try (RayJobs jobs = head.jobs()) {
            String id = "python-" + UUID.randomUUID();
            jobs.submit(JobSubmission.of(id, python + " " + program));
            JobDetails end = jobs.follow(id, lines::add);
            assertThat(end.status()).as(String.join("\n", lines)).isEqualTo(JobStatus.SUCCEEDED);
        }
    }
}
