package io.eagleray.backend.ray;

import io.eagleray.client.BackendException;
import io.eagleray.client.RemoteError;
import io.eagleray.wire.Errors;

/** What is said of a job that has failed before its driver could say it. */
final class JobFailure {
    /** What a shell exits with when there is no such program. */
    private static final long NO_JAVA = 127;

    /** What a Java says that is older than Eagleray's classes. */
    private static final String TOO_OLD =
            UnsupportedClassVersionError.class.getSimpleName() + ": " + DriverCommand.ENTRYPOINT.replace('.', '/');

    private static final String INSTALL = ": install a JDK, 17 or later, as the java on the PATH of every node of the"
            + " cluster, or in the image of its nodes";
    private static final long SIGKILL = 9;
    private static final int LAST_LINES = 30;

    private JobFailure() {}

    static RemoteError of(JobDetails job) {
        return Errors.of(new BackendException(reason(job) + "\n" + last(job.message())));
    }

    private static String reason(JobDetails job) {
        String what = "job " + job.id() + " has failed: ";
        String type = job.errorType().orElse("");
        if (type.equals("RUNTIME_ENV_SETUP_FAILURE")) {
            return what + "its runtime environment could not be set up; see what the cluster says below, and correct"
                    + " @RuntimeEnv";
        }
        if (type.startsWith("JOB_SUPERVISOR")) {
            return what + "Ray could not start its driver, or lost it: is the head's node short of memory, or gone?"
                    + " Submit it again with another id";
        }
        if (job.exitCode().orElse(0) == NO_JAVA) {
            return what + "there is no java on the PATH of the node that it began on" + INSTALL;
        }
        if (job.message().contains(TOO_OLD)) {
            return what + "the java on the PATH of the node that it began on is too old" + INSTALL;
        }
        if (job.exitCode().orElse(0) == -SIGKILL || job.exitCode().orElse(0) == 128 + SIGKILL) {
            return what + "its driver was killed: did it use more memory than its node has?";
        }
        return what + "its driver ended without an outcome"
                + (job.exitCode().isPresent()
                        ? ", with exit code " + job.exitCode().getAsLong()
                        : "")
                + "; its log tells more";
    }

    private static String last(String message) {
        var lines = message.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
