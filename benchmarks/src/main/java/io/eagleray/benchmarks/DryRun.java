package io.eagleray.benchmarks;

import io.eagleray.benchmarks.Comparison.Step;
import java.nio.file.Path;
import java.time.Duration;

/** (a) From many tasks to their templates in files: {@code eagleray register --dry-run} beside {@code pyflyte package}. */
final class DryRun implements Timed {
    private static final Bar BAR = new Bar.AtMost(0.25);

    private final Path templates;
    private final Command eagleray;

    private DryRun(ManyTasks tasks) {
        Path work = Sources.in(tasks.places().work().resolve("dry-run")).folder();
        templates = work.resolve("templates");
        eagleray = tasks.places()
                .eagleray(work, "register", "--dry-run", "-o", templates.toString())
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

    /** All templates have to be written each time. */
    @Override
    public Duration time() {
        Sources.in(templates);
        Duration time = eagleray.time();
        ManyTasks.SIZE.require(Sources.below(templates, ".pb").size(), eagleray);
        return time;
    }
}
