package io.eagleray.benchmarks;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** From many compiled tasks to their specs: {@code eagleray tasks} beside {@code pyflyte package}. */
final class Listing {
    private static final Bar BAR = new Bar.AtMost(0.2);
    private static final Pattern JOB = Pattern.compile("\"rayJob\":\\s*\\{");

    private Listing() {}

    /** Runs ours once, to see that it finds all tasks, which are compiled. */
    static Comparison prepare(ManyTasks tasks) {
        Path work = Sources.in(tasks.places().work().resolve("listing")).folder();
        Command eagleray = tasks.places()
                .eagleray(work, "tasks", "--output", "json")
                .and("--classpath", tasks.compilation().classes().toString());
        eagleray.time();
        ManyTasks.SIZE.require(
                JOB.matcher(Sources.read(eagleray.output())).results().count(), eagleray);
        return new Comparison(
                "listing the specs of " + ManyTasks.SIZE,
                new Comparison.Step("pyflyte package", tasks.packaging()),
                new Comparison.Step("eagleray tasks --output json", eagleray),
                BAR);
    }
}
