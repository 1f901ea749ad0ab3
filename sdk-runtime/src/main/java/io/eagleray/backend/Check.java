package io.eagleray.backend;

import io.eagleray.client.EaglerayException;
import java.util.Optional;

/**
 * One thing that was looked at, to see whether a backend can be used.
 *
 * @param name what it is
 * @param found what was found; for a failure with the remedy
 * @param failure why it is not as it should be, if it is not
 */
public record Check(String name, String found, Optional<EaglerayException> failure) {

    /**
     * Whether it is as it should be.
     *
     * @return true without a failure
     */
    public boolean isOk() {
        return failure.isEmpty();
    }
}
