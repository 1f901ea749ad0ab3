package io.eagleray.kuberay;

import io.eagleray.backend.ray.Admission;

/**
 * How an execution gets onto a cluster of its own: as soon as the head is there, and its task begins when all nodes are that
 * the cluster has from the beginning.
 *
 * @param job the RayJob of the cluster
 */
record OwnAdmission(RayJob job) implements Admission {

    @Override
    public int nodes() {
        return job.getSpec().rayClusterSpec().firstNodes();
    }
}
