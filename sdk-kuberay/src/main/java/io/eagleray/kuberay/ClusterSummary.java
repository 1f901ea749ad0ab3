package io.eagleray.kuberay;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * What is known of a cluster that is kept.
 *
 * @param name the name by which it is asked for
 * @param rayJob its RayJob
 * @param state how far it is
 * @param owner who asked for it first
 * @param created when that was
 * @param executions how many use it now; empty when nobody can be asked
 * @param cpus how many CPUs its pods ask for now
 * @param memory how many bytes of memory they ask for
 * @param cpuHours what these pods have taken until now: CPUs times hours
 * @param memoryGibHours the same of memory: GiB times hours
 */
public record ClusterSummary(
        String name,
        String rayJob,
        State state,
        String owner,
        Instant created,
        OptionalInt executions,
        double cpus,
        long memory,
        double cpuHours,
        double memoryGibHours) {

    /** How far a cluster is. */
    public enum State {
        /** Its pods are not ready yet, or not any more. */
        STARTING,
        /** Takes executions. */
        READY,
        /** Takes none any more, and goes when those that it has are done. */
        CLOSING,
        /** Its pods are being removed. */
        GOING
    }
}
