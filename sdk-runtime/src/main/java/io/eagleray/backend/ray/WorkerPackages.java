package io.eagleray.backend.ray;

import io.eagleray.client.ConfigurationException;
import io.eagleray.driver.Submission;
import io.eagleray.spec.RuntimeEnvSpec;
import io.eagleray.spec.TaskSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the workers of a task are set up with, for those who bring its packages to a head by another way than its address.
 *
 * @param files the packages of the folders and files that the task's runtime environment names, by their names
 * @param workingDir the URI of the working directory; empty when the task names none
 * @param env the runtime environment of the workers: Ray's fields, each with its JSON
 */
public record WorkerPackages(Map<String, Path> files, Optional<String> workingDir, Map<String, String> env) {

    /** Copies the maps. */
    public WorkerPackages {
        files = Map.copyOf(files);
        env = Map.copyOf(env);
    }

    /**
     * Those of a task. What it names is taken from this machine, as it is now.
     *
     * @param task the task
     * @param code the names of the packages with its code, the one that a JVM begins with first
     * @param application the loader of the application
     * @param folder where the packages are written
     * @return what its workers need
     * @throws ConfigurationException when something that it names is not there, or does not fit
     */
    public static WorkerPackages of(TaskSpec task, List<String> code, ClassLoader application, Path folder) {
        Submission submission = new Submission("", task, new byte[0], Optional.empty(), Map.of(), Map.of());
        Optional<RuntimeEnvSpec> asked = DriverEnv.spec(submission);
        List<String> uris = code.stream().map(RayPackages::uri).toList();
        try (EnvPackages given = asked.map(
                        each -> EnvPackages.of(each, Path.of("").toAbsolutePath()))
                .orElseGet(EnvPackages::none)) {
            Map<String, Object> python =
                    asked.map(each -> PythonEnv.of(each, application)).orElse(Map.of());
            DriverEnv env = new DriverEnv(submission, uris, given, python);
            return new WorkerPackages(given.copies(folder), given.workingDir(), env.ofWorkers());
        } catch (IOException e) {
            throw new ConfigurationException(
                    "cannot write to " + folder + " (" + e + "): check that it is writable and its disk not full", e);
        }
    }
}
