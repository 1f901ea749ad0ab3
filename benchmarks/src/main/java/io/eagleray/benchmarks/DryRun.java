package io.eagleray.benchmarks;

import io.eagleray.benchmarks.Comparison.Step;
import java.nio.file.Path;
import java.time.Duration;

/** (a) From many tasks to their templates in files: {@code eagleray register --dry-run} beside {@code pyflyte package}. */
final class DryRun implements Timed {
    private static final Bar BAR = new Bar.AtMost(0.25);

    private final Path work;
    private final Command eagleray;
    private int runs;

    private DryRun(ManyTasks tasks) {
        work = Sources.in(tasks.places().work().resolve("dry-run")).folder();
        eagleray = tasks.places()
                .eagleray(work, "register", "--dry-run")
                .and("--backend", "flyte://flyte.example/flytesnacks/development")
                .and("--classpath", tasks.compilation().classes().toString())
                .with(FlyteFigures.variables(tasks.places()));
    }

    /** Whether the bar holds. */
    static boolean measure(ManyTasks tasks) {
        return new Comparison(
                        "(a) templates of " + ManyTasks.SIZE,
                        new Step("pyflyte package", tasks.packaging()),
                        new Step("eagleray register --dry-run", new DryRun(tasks)),
                        BAR)
                .run(new Rounds(1, 9), tasks.out());
    }

    /**
     * All templates have to be written each time. Each time they go to another folder, for some file systems take their time
     * to make files where others have just been deleted.
     */
    @Override
    public Duration time() {
        Path templates = work.resolve("templates-" + ++runs);
        Command command = eagleray.and("-o", templates.toString());
        Duration time = command.time();
        ManyTasks.SIZE.require(Sources.below(templates, ".pb").size(), command);
        return time;
    }
}
