package io.eagleray.parallel;

import io.eagleray.client.ConfigurationException;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.TaskFailedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which failures are worth another attempt. */
public final class Retryable {
    private Retryable() {}

    /**
     * Whether another attempt is asked for.
     *
     * @param failure what was thrown; the failure of a remote function counts as what that function threw
     * @param retryOn binary names of exceptions, subclasses included; empty means any
     * @return true if it is; never for a cancellation, or for what another attempt cannot mend
     */
    public static boolean matches(Throwable failure, List<String> retryOn) {
        if (failure instanceof TaskCancelledException
                || failure instanceof ConfigurationException
                || failure instanceof InterruptedException) {
            return false;
        }
        if (retryOn.isEmpty()) {
            return true;
        }
        return named(failure.getClass(), retryOn)
                || (failure instanceof TaskFailedException failed
                        && (retryOn.contains(failed.error().type())
                                || (failed.getCause() != null
                                        && named(failed.getCause().getClass(), retryOn))));
    }

    private static boolean named(@Nullable Class<?> type, List<String> names) {
        for (Class<?> known = type; known != null; known = known.getSuperclass()) {
            if (names.contains(known.getName())) {
                return true;
            }
        }
        return false;
    }
}
