package io.eagleray.client;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendUri;
import io.eagleray.bundle.Application;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Connects with choices.
 *
 * <pre>{@code
 * Eagleray eagleray = Eagleray.builder()
 *     .backend("local?nodes=2")
 *     .progress(progress -> System.err.println(progress.message()))
 *     .connect();
 * }</pre>
 */
public final class EaglerayBuilder {
    private @Nullable String backend;
    private @Nullable Application application;
    private Map<String, String> variables = System.getenv();
    private ProgressSink progress = report -> {};
    private @Nullable LogSink logs;
    private Consumer<String> notices = System.err::println;

    EaglerayBuilder() {}

    /**
     * Names the backend; it wins over environment and annotations.
     *
     * @param uri a backend URI
     * @return this builder
     */
    public EaglerayBuilder backend(String uri) {
        backend = uri;
        return this;
    }

    /**
     * Names the user's code; otherwise it is this JVM's class path.
     *
     * @param application the user's code
     * @return this builder
     */
    public EaglerayBuilder application(Application application) {
        this.application = application;
        return this;
    }

    /**
     * Sets the environment variables that are read; otherwise they are this process's.
     *
     * @param variables by name
     * @return this builder
     */
    public EaglerayBuilder variables(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
        return this;
    }

    /**
     * Watches what takes longer than a moment; otherwise nobody does.
     *
     * @param progress takes the reports, from any thread
     * @return this builder
     */
    public EaglerayBuilder progress(ProgressSink progress) {
        this.progress = progress;
        return this;
    }

    /**
     * Follows the log of everything that is submitted; otherwise {@link Execution#logs} reads it when asked.
     *
     * @param logs takes the lines, from any thread
     * @return this builder
     */
    public EaglerayBuilder logs(LogSink logs) {
        this.logs = logs;
        return this;
    }

    /**
     * Takes notices of one line, such as a fall-back; otherwise they go to standard error.
     *
     * @param notices takes the lines
     * @return this builder
     */
    public EaglerayBuilder notices(Consumer<String> notices) {
        this.notices = notices;
        return this;
    }

    /**
     * Connects.
     *
     * @return the connection
     * @throws ConfigurationException when the backend that is named is no backend URI
     * @throws BackendException when the backend that is named cannot be reached or started
     */
    public Eagleray connect() {
        Optional<BackendUri> named = Optional.ofNullable(backend)
                .or(() -> Optional.ofNullable(variables.get("EAGLERAY_BACKEND")).filter(text -> !text.isBlank()))
                .map(BackendUri::parse);
        Application code = application == null ? Application.current() : application;
        BackendEnvironment environment = new BackendEnvironment(code, variables, progress);
        Backends backends = new Backends(named, environment, notices);
        named.ifPresent(uri -> backends.of(Optional.empty()));
        return new Eagleray(backends, Optional.ofNullable(logs));
    }
}
