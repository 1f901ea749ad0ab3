package io.eagleray.kuberay;

import io.eagleray.backend.ray.Admission;
import io.eagleray.backend.ray.JobDetails;
import io.eagleray.backend.ray.JobSubmission;
import io.eagleray.backend.ray.RayJobs;
import io.eagleray.client.BackendException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How executions get onto a cluster that is kept: as long as it is not closed, and as many at once as its head has memory
 * for. Drivers stay on the head, whose Python and Java are known to be there.
 */
final class KeptAdmission implements Admission {
    /** What is set aside for each driver. */
    static final long DRIVER = 512L << 20;

    private static final String HEAD = "node:__internal_head__";
    private static final double A_LITTLE = 0.001;

    private final String cluster;

    KeptAdmission(String cluster) {
        this.cluster = cluster;
    }

    /** The cluster takes nothing any more; the next one does. */
    static final class Closed extends BackendException {
        private static final long serialVersionUID = 1;

        Closed(String message) {
            super(message);
        }
    }

    /** An execution came when the cluster was going already. */
    static final class TooLate extends BackendException {
        private static final long serialVersionUID = 1;

        TooLate(String message) {
            super(message);
        }
    }

    @Override
    public JobSubmission.Resources resources() {
        return new JobSubmission.Resources(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.of(DRIVER),
                Map.of(HEAD, A_LITTLE),
                Map.of());
    }

    @Override
    public void before(RayJobs jobs, String id) throws InterruptedException {
        if (jobs.find(Janitor.CLOSED).isPresent() && jobs.find(id).isEmpty()) {
            throw new Closed("the cluster of RayJob " + cluster + " takes no executions any more");
        }
    }

    /** The janitor has seen what was there shortly after the closing; both times are the head's. */
    @Override
    public void after(RayJobs jobs, JobDetails job) throws InterruptedException {
        Optional<Instant> closed = jobs.find(Janitor.CLOSED).flatMap(JobDetails::started);
        if (closed.isEmpty() || job.status().isEnd()) {
            return;
        }
        Instant last = closed.get().plus(Janitor.GRACE).minusSeconds(5);
        if (job.started().filter(last::isBefore).isPresent()) {
            jobs.stop(job.id());
            throw new TooLate("the cluster of RayJob " + cluster + " was closed while execution " + job.id()
                    + " was submitted to it, and goes: submit it again with another id");
        }
    }
}
