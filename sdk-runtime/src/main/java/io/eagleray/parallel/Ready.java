package io.eagleray.parallel;

import io.eagleray.call.Ref;
import java.util.List;

/**
 * Refs, sorted by whether their values are there.
 *
 * @param ready those whose functions have ended, well or not, in the order given
 * @param pending the others, in the order given
 * @param <T> the type of the values
 */
public record Ready<T>(List<Ref<T>> ready, List<Ref<T>> pending) {

    /** Copies the lists. */
    public Ready {
        ready = List.copyOf(ready);
        pending = List.copyOf(pending);
    }
}
