package io.eagleray.client;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendExecution;
import io.eagleray.backend.BackendProvider;
import io.eagleray.backend.BackendUri;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The backends of one connection: opened when first needed, closed together. */
final class Backends implements AutoCloseable {
    private static final BackendUri FALL_BACK = BackendUri.parse("embedded");

    private final Optional<BackendUri> named;
    private final BackendEnvironment environment;
    private final Consumer<String> notices;
    private final Map<String, Backend> opened = new LinkedHashMap<>();
    private boolean closed;

    Backends(Optional<BackendUri> named, BackendEnvironment environment, Consumer<String> notices) {
        this.named = named;
        this.environment = environment;
        this.notices = notices;
    }

    /** The backend of a task: the one that is named, else the task's own, else the default. */
    synchronized Backend of(Optional<String> taskAddress) {
        if (closed) {
            throw new IllegalStateException("this Eagleray is closed: connect again");
        }
        Optional<BackendUri> wanted = wanted(taskAddress);
        return opened.computeIfAbsent(
                wanted.map(BackendUri::toString).orElse(""),
                key -> wanted.map(uri -> open(uri, environment)).orElseGet(this::openDefault));
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private Optional<BackendUri> wanted(Optional<String> taskAddress) {
        return named.or(() -> taskAddress.filter(text -> !text.isBlank()).map(BackendUri::parse));
    }

    /** The backends that are open. */
    synchronized List<Backend> opened() {
        return List.copyOf(opened.values());
    }

    /**
     * Finds an execution: where something is open, then on the backend that is named, or the task's, if its executions go
     * on without who submitted them. Nothing that cannot know it is started for that.
     */
    BackendExecution find(String id, Optional<String> taskAddress) {
        for (Backend backend : opened()) {
            Optional<BackendExecution> found = backend.find(id);
            if (found.isPresent()) {
                return found.get();
            }
        }
        BackendUri lasting = wanted(taskAddress)
                .filter(uri -> BackendProvider.of(uri).executionsGoOn())
                .orElseThrow(() -> new ConfigurationException("no execution \"" + id
                        + "\" is known here: executions on embedded and local end with the process that started them;"
                        + " name the backend of others with --backend http(s)://host:port, kuberay://namespace"
                        + " or flyte://host/project/domain, or EAGLERAY_BACKEND"));
        return of(taskAddress)
                .find(id)
                .orElseThrow(() -> new ConfigurationException("no execution \"" + id + "\" is known to " + lasting
                        + ": `eagleray executions` lists those that are"));
    }

    private Backend openDefault() {
        try {
            return open(BackendUri.DEFAULT, environment);
        } catch (RayUnavailableException e) {
            notices.accept(
                    "no Ray can be had here (" + e.getMessage()
                            + "); running embedded, in this JVM. Say --backend embedded to choose that, --backend local to insist");
            return open(FALL_BACK, environment);
        }
    }

    private static Backend open(BackendUri uri, BackendEnvironment environment) {
        return BackendProvider.of(uri).open(uri, environment);
    }

    @Override
    public synchronized void close() {
        closed = true;
        opened.values().forEach(Backend::close);
        opened.clear();
    }
}
