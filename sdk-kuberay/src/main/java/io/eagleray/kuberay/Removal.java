package io.eagleray.kuberay;

import io.eagleray.spec.RayJobSpec;
import io.eagleray.wire.Envelope;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether who fetches an outcome removes the cluster at once, or leaves it to the operator. */
enum Removal {
    /** Nobody needs it any more. */
    AT_ONCE,
    /** A failed one is kept for a look. */
    UNLESS_FAILED,
    /** The task says how long it stays. */
    LATER;

    /** In the annotations of a RayJob: any process may fetch the outcome. */
    static final String ANNOTATION = "eagleray.io/removal";

    static Removal of(Optional<RayJobSpec> config) {
        if (config.isEmpty()) {
            return AT_ONCE;
        }
        RayJobSpec spec = config.get();
        if (!spec.shutdownAfterJobFinishes() || spec.ttlSecondsAfterFinished().isPresent()) {
            return LATER;
        }
        return spec.keepOnFailure().isPresent() ? UNLESS_FAILED : AT_ONCE;
    }

    /** What a RayJob says; one that says nothing is not removed. */
    static Removal of(RayJob job) {
        String text = Optional.ofNullable(job.getMetadata().getAnnotations())
                .orElse(Map.of())
                .getOrDefault(ANNOTATION, "");
        for (Removal removal : values()) {
            if (removal.text().equals(text)) {
                return removal;
            }
        }
        return LATER;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isDueAfter(Envelope outcome) {
        return this == AT_ONCE || (this == UNLESS_FAILED && !(outcome instanceof Envelope.Error));
    }
}
