package io.eagleray.kuberay;

import io.eagleray.client.State;
import java.util.Map;

/**
 * A cluster that is kept, as its RayJob tells.
 *
 * @param job the RayJob
 */
record KeptCluster(RayJob job) {

    private String label(String key) {
        Map<String, String> labels = job.getMetadata().getLabels();
        return labels == null ? "" : labels.getOrDefault(key, "");
    }

    /** The name by which it is asked for. */
    String name() {
        return label(Labels.REUSE);
    }

    String configuration() {
        return label(Labels.CONFIGURATION);
    }

    String owner() {
        return label(Labels.OWNER);
    }

    /** How many there were before with its name and configuration, and this one; 0 for one that is not ours. */
    int generation() {
        String text = label(Labels.GENERATION);
        return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 0;
    }

    String rayJob() {
        return job.getMetadata().getName();
    }

    String uid() {
        return job.getMetadata().getUid();
    }

    /** Whether it was ready once, so that executions may run on it. */
    boolean hasBegun() {
        return JobStates.state(job.getStatus()) != State.PROVISIONING;
    }

    /** Whether it can take executions, as far as Kubernetes knows: it may be closed already. */
    boolean isThere() {
        return job.getMetadata().getDeletionTimestamp() == null
                && !JobStates.state(job.getStatus()).ended();
    }

    /** Asks whether that is so now; another one may have its name. */
    boolean isStillThere(KubeApi api) {
        return api.find(rayJob())
                .map(KeptCluster::new)
                .filter(now -> now.isThere() && now.uid().equals(uid()))
                .isPresent();
    }
}
