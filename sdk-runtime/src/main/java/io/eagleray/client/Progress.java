package io.eagleray.client;

/**
 * How far something is.
 *
 * @param what what is under way, such as {@code installing Ray 2.60.0} or {@code Squares.squares}; a fan-out is named
 *     below what it is a part of, as in {@code Flights.delays › day › flight}
 * @param done how much is done
 * @param total how much there is; 0 where that is not known
 * @param message what is being done right now; may be empty
 */
public record Progress(String what, long done, long total, String message) {

    /**
     * A step whose length is not known.
     *
     * @param what what is under way
     * @param message what is being done right now
     * @return the progress
     */
    public static Progress of(String what, String message) {
        return new Progress(what, 0, 0, message);
    }
}
