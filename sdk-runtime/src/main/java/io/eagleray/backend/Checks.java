package io.eagleray.backend;

import io.eagleray.client.EaglerayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at one thing after the other, and keeps what was found. */
public final class Checks {
    private final List<Check> done = new ArrayList<>();

    /** Nothing is looked at yet. */
    public Checks() {}

    /** A look at something; it says what it has found. */
    @FunctionalInterface
    public interface Look {

        /**
         * Looks.
         *
         * @return what was found
         * @throws EaglerayException when it is not as it should be; the message has the remedy
         * @throws InterruptedException when the thread is interrupted
         */
        String look() throws InterruptedException;
    }

    /**
     * Looks at one thing.
     *
     * @param name what it is
     * @param look finds out
     * @return whether it is as it should be
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean look(String name, Look look) throws InterruptedException {
        try {
            done.add(new Check(name, look.look(), Optional.empty()));
            return true;
        } catch (EaglerayException e) {
            done.add(new Check(name, String.valueOf(e.getMessage()), Optional.of(e)));
            return false;
        }
    }

    /**
     * All that was looked at.
     *
     * @return in order
     */
    public List<Check> done() {
        return List.copyOf(done);
    }
}
