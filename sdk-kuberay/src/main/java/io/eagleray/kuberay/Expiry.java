package io.eagleray.kuberay;

import io.eagleray.client.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether nobody needs a RayJob any more, by the times that stand in it. The operator keeps them, too, when it is up. */
final class Expiry {
    private static final Duration SLACK = Duration.ofMinutes(1);

    private Expiry() {}

    /** Whether its time is over, with the reason. */
    static Optional<String> of(RayJob job, Instant now) {
        Instant created =
                JobStates.time(job.getMetadata().getCreationTimestamp()).orElse(now);
        State state = JobStates.state(job.getStatus());
        if (state.ended()) {
            Instant ended = Optional.ofNullable(job.getStatus())
                    .flatMap(status -> JobStates.time(status.endTime()))
                    .orElse(created);
            return kept(job.getSpec())
                    .filter(kept -> now.isAfter(ended.plus(kept)))
                    .map(kept -> "has ended " + Duration.between(ended, now).toMinutes() + " minutes ago");
        }
        RayJob.Spec spec = job.getSpec();
        boolean hasBegun = spec.entrypoint() == null ? spec.jobId() != null : state != State.PROVISIONING;
        if (!hasBegun && isOver(created, spec.preRunningDeadlineSeconds(), now)) {
            return Optional.of("was never submitted to: its client has died before");
        }
        return isOver(created, spec.activeDeadlineSeconds(), now)
                ? Optional.of("is past its deadline")
                : Optional.empty();
    }

    private static boolean isOver(Instant created, @Nullable Integer seconds, Instant now) {
        return seconds != null && now.isAfter(created.plusSeconds(seconds).plus(SLACK));
    }

    /** How long it stays after its end; empty for ever. */
    private static Optional<Duration> kept(RayJob.Spec spec) {
        return Boolean.TRUE.equals(spec.shutdownAfterJobFinishes()) || spec.deletionStrategy() != null
                ? Optional.of(Duration.ofSeconds(Objects.requireNonNullElse(spec.ttlSecondsAfterFinished(), 0)))
                : Optional.empty();
    }
}
