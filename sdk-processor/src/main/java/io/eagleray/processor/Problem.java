package io.eagleray.processor;

import java.util.List;

/**
 * Something wrong: where it is, and what to do.
 *
 * @param severity whether it fails the compile
 * @param place the smallest thing at fault
 * @param message the offender and the remedy
 */
record Problem(Severity severity, Place place, String message) {

    /** Whether a problem fails the compile. */
    enum Severity {
        ERROR,
        WARNING
    }

    static List<Problem> none() {
        return List.of();
    }

    static List<Problem> error(Place place, String message) {
        return List.of(new Problem(Severity.ERROR, place, message));
    }

    static List<Problem> error(Setting<?> setting, String message) {
        return error(setting.place(), message);
    }

    static List<Problem> warning(Place place, String message) {
        return List.of(new Problem(Severity.WARNING, place, message));
    }

    boolean fatal() {
        return severity == Severity.ERROR;
    }
}
