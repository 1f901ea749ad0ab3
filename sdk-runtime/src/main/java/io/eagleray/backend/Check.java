package io.eagleray.backend.ray;

import io.eagleray.client.EaglerayException;
import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param name what it is
 * @param found what was found; for a failure with the remedy
 * @param failure why it is not as it should be, if it is not
 */
public record HeadCheck(String name, String found, Optional<EaglerayException> failure) {

    static HeadCheck ok(String name, String found) {
        return new HeadCheck(name, found, Optional.empty());
    }

    static HeadCheck failed(String name, EaglerayException failure) {
        return new HeadCheck(name, String.valueOf(failure.getMessage()), Optional.of(failure));
    }

    /**
     * Whether it is as it should be.
     *
     * @return true without a failure
     */
    public boolean isOk() {
        return failure.isEmpty();
    }
}
