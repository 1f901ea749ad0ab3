package io.eagleray.flyte.server;

import java.io.IOException;
import java.nio.file.Path;

/** flytekit, in an environment of its own. */
public final class Flytekit {
    private final PythonEnvironment environment;

    private Flytekit(PythonEnvironment environment) {
        this.environment = environment;
    }

    public static Flytekit installed() throws IOException, InterruptedException {
        return new Flytekit(PythonEnvironment.installed("flytekit"));
    }

    /** Runs a program of the environment, and gives what it printed. */
    public String run(Path folder, String program, String... arguments) throws IOException, InterruptedException {
        return environment.run(folder, program, arguments);
    }

    public static String resource(String name) {
        return PythonEnvironment.resource(name);
    }
}
