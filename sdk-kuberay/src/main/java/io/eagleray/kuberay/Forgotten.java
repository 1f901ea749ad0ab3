package io.eagleray.kuberay;

import io.eagleray.client.BackendException;

/** An execution is lost with the Ray that knew it. */
final class Forgotten extends BackendException {
    private static final long serialVersionUID = 1;

    Forgotten(String rayJob, String id) {
        super("the head of RayJob " + rayJob + " has restarted, and its Ray has forgotten execution " + id
                + ": was its memory exhausted, or its node lost? Submit it again with another id");
    }
}
