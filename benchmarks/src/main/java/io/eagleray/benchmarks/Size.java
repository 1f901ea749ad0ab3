package io.eagleray.benchmarks;

/**
 * How many tasks are made.
 *
 * @param classes how many classes, and Python modules
 * @param tasks how many tasks in each
 */
record Size(int classes, int tasks) {
    Size {
        if (classes < 1 || tasks < 1) {
            throw new IllegalArgumentException("a size of " + classes + " classes of " + tasks + " tasks has no task");
        }
    }

    int total() {
        return classes * tasks;
    }

    /**
     * Refuses what has missed some.
     *
     * @param found how many tasks were found
     * @param command what has found them
     */
    void require(long found, Command command) {
        if (found != total()) {
            throw new IllegalStateException(command.words().get(0) + " found " + found + " tasks, not " + total()
                    + "; see " + command.output());
        }
    }

    @Override
    public String toString() {
        return String.format("%,d tasks (%d classes of %d)", total(), classes, tasks);
    }
}
