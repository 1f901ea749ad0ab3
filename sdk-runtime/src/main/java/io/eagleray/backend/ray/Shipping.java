package io.eagleray.backend.ray;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.CacheFolder;
import io.eagleray.bundle.Bundle;
import io.eagleray.bundle.BundleZip;
import io.eagleray.bundle.MadeZip;
import io.eagleray.client.Progress;
import io.eagleray.driver.Submission;
import io.eagleray.driver.cluster.Job;
import io.eagleray.driver.connect.BootClasses;
import io.eagleray.spec.RuntimeEnvSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings to a cluster what a submission needs there, as far as it is not there yet. */
final class Shipping {
    private final RayPackages packages;
    private final BackendEnvironment environment;

    Shipping(RayPackages packages, BackendEnvironment environment) {
        this.packages = packages;
        this.environment = environment;
    }

    /**
     * What is on the cluster now.
     *
     * @param job the name of the package that says what to run
     * @param runtimeEnv the runtime environment of the driver
     */
    record Shipped(String job, Map<String, Object> runtimeEnv) {}

    Shipped ship(Submission submission) throws InterruptedException {
        Optional<RuntimeEnvSpec> env = DriverEnv.spec(submission);
        Map<String, Object> python = env.map(
                        given -> PythonEnv.of(given, environment.application().loader()))
                .orElse(Map.of());
        try (EnvPackages packages = env.map(given -> EnvPackages.of(given, Path.of("").toAbsolutePath()))
                .orElseGet(EnvPackages::none)) {
            return ship(submission, packages, python);
        }
    }

    private Shipped ship(Submission submission, EnvPackages envPackages, Map<String, Object> python)
            throws InterruptedException {
        Path cache = CacheFolder.of(environment.variables()).resolve("bundles");
        environment.progress().accept(Progress.of("bundling", "looking at the class path"));
        Bundle bundle = Bundle.of(environment.application().classPath(), cache);
        try (MadeZip boot = MadeZip.of(BootClasses.files())) {
            List<String> code = new ArrayList<>(List.of(RayPackages.uri(boot.name())));
            bundle.zips().forEach(zip -> code.add(RayPackages.uri(zip.name())));
            DriverEnv env = new DriverEnv(submission, code, envPackages, python);
            try (MadeZip job = MadeZip.of(
                    Job.of(submission, env.ofWorkers()).files(submission.call(), bundle.manifest()))) {
                Map<String, Path> files = new LinkedHashMap<>(envPackages.files());
                bundle.zips().forEach(zip -> files.put(zip.name(), zip.file()));
                files.put(boot.name(), boot.file());
                files.put(job.name(), job.file());
                new Uploads(packages, environment.progress()).bring(files);
                return new Shipped(job.name(), env.ofDriver(job.name()));
            }
        }
    }
}
