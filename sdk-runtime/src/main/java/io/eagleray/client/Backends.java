package io.eagleray.client;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendProvider;
import io.eagleray.backend.BackendUri;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** The backends of one connection: opened when first needed, closed together. */
final class Backends implements AutoCloseable {
    private static final BackendUri DEFAULT = BackendUri.parse("local");
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
        Optional<BackendUri> wanted =
                named.or(() -> taskAddress.filter(text -> !text.isBlank()).map(BackendUri::parse));
        return opened.computeIfAbsent(
                wanted.map(BackendUri::toString).orElse(""),
                key -> wanted.map(uri -> open(uri, environment)).orElseGet(this::openDefault));
    }

    synchronized List<Backend> opened() {
        return List.copyOf(opened.values());
    }

    private Backend openDefault() {
        try {
            return open(DEFAULT, environment);
        } catch (RayUnavailableException e) {
            notices.accept(
                    "no Ray can be had here (" + e.getMessage()
                            + "); running embedded, in this JVM. Say --backend embedded to choose that, --backend local to insist");
            return open(FALL_BACK, environment);
        }
    }

    private static Backend open(BackendUri uri, BackendEnvironment environment) {
        return ServiceLoader.load(BackendProvider.class, BackendProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.opens(uri.scheme()))
                .findFirst()
                .orElseThrow(
                        () -> new ConfigurationException("backend \"" + uri + "\": nothing on the class path opens "
                                + uri.scheme() + " backends; add the module that does"))
                .open(uri, environment);
    }

    @Override
    public synchronized void close() {
        closed = true;
        opened.values().forEach(Backend::close);
        opened.clear();
    }
}
