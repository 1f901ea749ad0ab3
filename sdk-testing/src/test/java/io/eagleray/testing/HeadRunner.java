package io.eagleray.testing;

import io.eagleray.backend.ray.JobDetails;
import io.eagleray.backend.ray.JobStatus;
import io.eagleray.backend.ray.JobSubmission;
import io.eagleray.backend.ray.RayJobs;
import io.eagleray.flyte.server.FlyteServer;
import io.eagleray.flyte.server.PodPropeller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Runs the words of a container as Flyte's plugin does: joined with blanks, they are the entrypoint of a job. The pod of the
 * head is this machine.
 *
 * @param head the Ray
 */
record HeadRunner(RayHead head) implements PodPropeller.Runner {
    @Override
    public void run(FlyteServer.Attempt attempt, List<String> words, Map<String, String> environment)
            throws InterruptedException {
        run(String.join(" ", words), environment);
    }

    void run(String entrypoint, Map<String, String> environment) throws InterruptedException {
        String id = "pod-" + UUID.randomUUID();
        List<String> lines = new ArrayList<>();
        try (RayJobs jobs = head.jobs()) {
            jobs.submit(new JobSubmission(
                    id, entrypoint, Map.of("env_vars", environment), Map.of(), JobSubmission.Resources.NONE));
            JobDetails end = jobs.follow(id, lines::add);
            if (end.status() != JobStatus.SUCCEEDED) {
                throw new IllegalStateException("Failed to run Ray job " + id + " with error: " + end.message()
                        + ", last available logs:\n" + String.join("\n", lines));
            }
        }
    }
}
