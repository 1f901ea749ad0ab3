package io.eagleray.backend.ray;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.bundle.Bundle;
import io.eagleray.bundle.MadeZip;
import io.eagleray.driver.Submission;
import io.eagleray.driver.cluster.CallPieces;
import io.eagleray.driver.cluster.Job;
import io.eagleray.driver.cluster.OutcomePlace;
import io.eagleray.driver.connect.BootFiles;
import io.eagleray.spec.RuntimeEnvSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings to a cluster what a submission needs there, as far as it is not there yet. */
final class Shipping {
    private final RayPackages packages;
    private final BackendEnvironment environment;
    private final int nodes;

    Shipping(RayPackages packages, BackendEnvironment environment, int nodes) {
        this.packages = packages;
        this.environment = environment;
        this.nodes = nodes;
    }

    /**
     * What is on the cluster now.
     *
     * @param job the name of the package that says what to run
     * @param runtimeEnv the runtime environment of the driver
     */
    record Shipped(String job, Map<String, Object> runtimeEnv) {}

    Shipped ship(Submission submission, Optional<OutcomePlace> outcome) throws InterruptedException {
        Optional<RuntimeEnvSpec> asked = DriverEnv.spec(submission);
        Map<String, Object> python = asked.map(
                        given -> PythonEnv.of(given, environment.application().loader()))
                .orElse(Map.of());
        try (EnvPackages given = asked.map(
                        each -> EnvPackages.of(each, Path.of("").toAbsolutePath()))
                .orElseGet(EnvPackages::none)) {
            return ship(submission, outcome, given, python);
        }
    }

    private Shipped ship(
            Submission submission, Optional<OutcomePlace> outcome, EnvPackages given, Map<String, Object> python)
            throws InterruptedException {
        Bundle bundle = environment.bundle();
        MadeZip boot = MadeZip.of(BootFiles.files());
        List<String> code = new ArrayList<>(List.of(RayPackages.uri(boot.name())));
        bundle.zips().forEach(zip -> code.add(RayPackages.uri(zip.name())));
        DriverEnv env = new DriverEnv(submission, code, given, python);
        String arguments = "the arguments of " + submission.spec().name();
        try (Uploads uploads = new Uploads(packages, environment.progress())) {
            given.begin(uploads);
            bundle.zips().forEach(zip -> uploads.begin(zip.name(), zip.file()));
            uploads.begin(boot, "Eagleray's first classes");
            List<MadeZip> call = CallPieces.of(submission.call());
            call.forEach(piece -> uploads.begin(piece, arguments));
            List<String> pieces = call.stream().map(MadeZip::name).toList();
            MadeZip job = MadeZip.of(Job.of(submission, pieces, env.ofWorkers(), outcome, bundle.newestClasses(), nodes)
                    .files(submission.call(), bundle.manifest()));
            uploads.begin(job, arguments);
            uploads.await();
            return new Shipped(job.name(), env.ofDriver(job.name(), pieces));
        }
    }
}
