package io.eagleray.benchmarks;

import io.eagleray.benchmarks.Comparison.Step;
import io.eagleray.benchmarks.Peer.Answer;
import io.eagleray.flyte.server.FlyteServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/** (b) Many tasks come to a backend that takes its time for each call, from a client with a small heap. */
final class Registering {
    private static final int DELAY_MILLIS = 5;
    private static final String HEAP = "-Xmx256m";
    private static final Bar BAR = new Bar.AtMost(0.15);

    private final ManyTasks tasks;
    private String peak = "";

    private Registering(ManyTasks tasks) {
        this.tasks = tasks;
    }

    /** Whether the bar holds. */
    static boolean measure(ManyTasks tasks) {
        return new Registering(tasks).measure();
    }

    private boolean measure() {
        try (Peer theirs = client(FlyteClient.ONE_BY_ONE);
                Peer ours = client(FlyteClient.TOGETHER)) {
            boolean holds = new Comparison(
                            "(b) registering " + ManyTasks.SIZE + ", with " + DELAY_MILLIS + " ms for each call",
                            new Step(
                                    "createTask, one after the other",
                                    () -> registered(theirs, FlyteClient.ONE_BY_ONE)
                                            .time()),
                            new Step("FlyteProject.register", () -> ours(ours)),
                            BAR)
                    .run(new Rounds(2, 9), tasks.out());
            new Rows(tasks.out()).print("peak of the heap of FlyteProject.register, at most", peak);
            return holds;
        }
    }

    private Duration ours(Peer client) {
        Answer answer = registered(client, FlyteClient.TOGETHER);
        peak = answer.remark();
        return answer.time();
    }

    /** At a backend where nothing is registered before, and all has to be afterwards. */
    private static Answer registered(Peer client, String how) {
        try (FlyteServer server = FlyteServer.start(attempt -> {
            throw new IllegalStateException("nothing is executed here");
        })) {
            server.delay(DELAY_MILLIS);
            Answer answer = client.ask(how, URI.create(server.uri()).getPort());
            int there = server.tasks().count();
            if (there != ManyTasks.SIZE.total()) {
                throw new IllegalStateException("the backend has " + there + " tasks, not " + ManyTasks.SIZE.total());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Peer client(String name) {
        Places places = tasks.places();
        return Peer.start(
                FlyteFigures.variables(places),
                places.work().resolve(name),
                Places.tool("java"),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                FlyteClient.class.getName(),
                tasks.compilation().classes().toString());
    }
}
