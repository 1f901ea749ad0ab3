package io.eagleray.kuberay;

import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.TaskCancelledException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** What the API server refuses or cannot do, as exceptions with a remedy. */
final class KubeTrouble {
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("unknown field \"([^\"]+)\"");
    private static final String TERMINATING = "because it is being terminated";
    private static final int NO_ANSWER = -1;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 1_000;

    private KubeTrouble() {}

    /**
     * The exception to throw.
     *
     * @param cause what the client threw
     * @param what what was asked, such as {@code create the RayJob squares-1}
     * @param server where, for people
     */
    static EaglerayException of(KubernetesClientException cause, String what, String server) {
        String where = "cannot " + what + " at " + server;
        if (has(cause, InterruptedException.class)) {
            Thread.currentThread().interrupt();
            return new TaskCancelledException("interrupted: " + where, cause);
        }
        return switch (cause.getCode()) {
            case UNAUTHORIZED ->
                new ConfigurationException(
                        where
                                + ": it does not know who asks; log in again, or check the user of the kubeconfig's context",
                        cause);
            case FORBIDDEN -> new ConfigurationException(where + ": " + said(cause) + "; " + remedy(cause), cause);
            case NOT_FOUND ->
                new ConfigurationException(
                        where + ": " + said(cause)
                                + "; does the namespace exist, and is the KubeRay operator (with its CRDs, ray.io/v1)"
                                + " installed?",
                        cause);
            case UNPROCESSABLE -> new ConfigurationException(where + ": " + said(cause), cause);
            case 0, NO_ANSWER -> unanswered(cause, where);
            default -> new BackendException(where + ": " + said(cause), cause);
        };
    }

    /** Not only who may not is forbidden something. */
    private static String remedy(KubernetesClientException forbidden) {
        String said = said(forbidden);
        if (said.contains("exceeded quota")) {
            return "ask for a larger ResourceQuota, or remove what is not needed there any more";
        }
        if (said.contains(TERMINATING)) {
            return "somebody has deleted the namespace: name another, or make it again once it is gone";
        }
        return "ask for a Role that allows it (docs/kuberay-role.yaml is the least one); where it was allowed before, the"
                + " namespace may have been deleted, with its Roles";
    }

    /** What a strict API server says of fields that it does not know; empty when it says something else. */
    static List<String> unknownFields(KubernetesClientException refusal) {
        return refusal.getCode() == BAD_REQUEST
                ? UNKNOWN_FIELD
                        .matcher(said(refusal))
                        .results()
                        .map(found -> found.group(1))
                        .toList()
                : List.of();
    }

    private static EaglerayException unanswered(KubernetesClientException cause, String where) {
        if (where.contains(
                Config.DEFAULT_MASTER_URL)) { // what fabric8 asks where it is told of none; pods have an address
            return new ConfigurationException(
                    where
                            + ": nothing names an API server; set KUBECONFIG to a kubeconfig, or put it into ~/.kube/config",
                    cause);
        }
        if (has(cause, UnknownHostException.class)) {
            return new ConfigurationException(
                    where + ": no machine is known by this name; is the kubeconfig's context right?", cause);
        }
        if (has(cause, SSLException.class)) {
            return new ConfigurationException(
                    where + ": no TLS connection (" + innermost(cause)
                            + "); check certificate-authority-data in the kubeconfig",
                    cause);
        }
        return new BackendException(
                where + ": it does not answer (" + innermost(cause)
                        + "); is the cluster up, and is it reached from here?",
                cause);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    /** The message of what is at the bottom of it. */
    static String innermost(Throwable thrown) {
        Throwable each = thrown;
        while (each.getCause() != null) {
            each = each.getCause();
        }
        return shown(
                Objects.requireNonNullElse(each.getMessage(), each.getClass().getSimpleName()));
    }

    private static String said(KubernetesClientException cause) {
        String status = cause.getStatus() == null ? null : cause.getStatus().getMessage();
        return shown(Objects.requireNonNullElse(status, "HTTP " + cause.getCode()));
    }

    /** Text from a server, for people. */
    static String shown(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
