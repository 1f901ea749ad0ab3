package io.eagleray.processor;

import java.util.List;

/**
 * How often, and after which exceptions, something is repeated.
 *
 * @param count how often
 * @param on binary names of exceptions
 */
record RetriesModel(Setting<Integer> count, List<Setting<String>> on) {

    RetriesModel {
        on = List.copyOf(on);
    }
}
