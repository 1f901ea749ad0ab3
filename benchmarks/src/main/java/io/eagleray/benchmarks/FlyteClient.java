package io.eagleray.benchmarks;

import io.eagleray.backend.BackendUri;
import io.eagleray.bundle.Application;
import io.eagleray.bundle.RegisteredTask;
import io.eagleray.bundle.TaskRegistry;
import io.eagleray.flyte.FlyteProject;
import io.eagleray.flyte.FlyteProject.Registered;
import io.eagleray.flyte.FlyteProject.Result;
import io.eagleray.flyte.server.FlyteServer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Registers tasks at backends on this machine, each time at another. */
public final class FlyteClient {
    /** Asks for all tasks to be registered by {@link FlyteProject}, at the backend with a port. */
    static final String TOGETHER = "together";

    /** Asks for the same, one after the other. */
    static final String ONE_BY_ONE = "one-by-one";

    private final Application application;
    private final Collection<RegisteredTask> tasks;

    private FlyteClient(Application application) {
        this.application = application;
        this.tasks = TaskRegistry.of(application).tasks();
    }

    /**
     * Answers requests on standard input until it ends, as {@link Peer} makes them.
     *
     * @param arguments the folder of the tasks' classes
     * @throws IOException when they cannot be loaded
     */
    public static void main(String[] arguments) throws IOException {
        Requests requests = Requests.read();
        Path classes = Path.of(arguments[0]);
        ClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, FlyteClient.class.getClassLoader());
        FlyteClient client = new FlyteClient(new Application(loader, List.of(classes)));
        requests.answer((what, port) -> client.register(what, port) + " " + Numbers.peak());
    }

    /** How many nanoseconds it takes, with the connection. */
    private long register(String how, int port) throws IOException {
        String uri = "flyte://127.0.0.1:" + port + "/" + FlyteServer.PROJECT + "/" + FlyteServer.DOMAIN;
        try (FlyteProject project = FlyteProject.open(BackendUri.parse(uri), System.getenv(), progress -> {})) {
            return how.equals(TOGETHER) ? together(project) : oneByOne(project, port);
        }
    }

    private long together(FlyteProject project) {
        long start = System.nanoTime();
        List<Registered> all = project.register(application, tasks);
        long nanos = System.nanoTime() - start;
        all.stream().filter(each -> each.result() != Result.REGISTERED).forEach(each -> {
            throw new IllegalStateException(each.toString());
        });
        return nanos;
    }

    private long oneByOne(FlyteProject project, int port) throws IOException {
        Sources templates = Sources.in(Path.of("templates").toAbsolutePath());
        project.write(application, tasks, templates.folder());
        return OneByOne.of(Sources.below(templates.folder(), ".pb")).create("127.0.0.1:" + port);
    }
}
