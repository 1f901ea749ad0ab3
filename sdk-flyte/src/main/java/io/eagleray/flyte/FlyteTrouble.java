package io.eagleray.flyte;

import io.eagleray.backend.Shown;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.grpc.Status;

/** What a backend refuses, or fails at, as exceptions with a remedy. */
final class FlyteTrouble {
    private static final int LONGEST = 1_000;

    private FlyteTrouble() {}

    static EaglerayException of(FlyteOptions options, String what, Status status, Throwable cause) {
        String said = status.getDescription() == null ? "" : ": " + Shown.of(status.getDescription(), LONGEST);
        String code = " (" + status.getCode() + said + ")";
        return switch (status.getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED ->
                new BackendException(
                        "cannot reach " + options + " to " + what + code
                                + ": is it the gRPC address, and does it speak "
                                + (options.isPlain()
                                        ? "without TLS, as insecure=true says?"
                                        : "TLS? If not, add ?insecure=true; a certificate of your own"
                                                + " authority needs EAGLERAY_CA_FILE"),
                        cause);
            case UNAUTHENTICATED ->
                new ConfigurationException(
                        options + " does not take " + options.signIn() + " to " + what + code + ": " + SignIn.PLACES,
                        cause);
            case PERMISSION_DENIED ->
                new ConfigurationException(
                        options + " does not allow " + options.signIn() + " to " + what + code
                                + ": ask who runs it for that permission in project "
                                + options.address().project(),
                        cause);
            case UNIMPLEMENTED ->
                new BackendException(
                        options + " does not know how to " + what + code + ": is it Flyte 1, and its gRPC address?",
                        cause);
            case INVALID_ARGUMENT, FAILED_PRECONDITION, NOT_FOUND, ALREADY_EXISTS, OUT_OF_RANGE ->
                new ConfigurationException(options + " refuses to " + what + code, cause);
            case RESOURCE_EXHAUSTED ->
                new BackendException(
                        options + " is asked too much, or for too much, to " + what + code
                                + ": try again later, or move less",
                        cause);
            default -> new BackendException(options + " failed to " + what + code + ": its log tells more", cause);
        };
    }
}
