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

    @Override
    public String toString() {
        return String.format("%,d tasks (%d classes of %d)", total(), classes, tasks);
    }
}
