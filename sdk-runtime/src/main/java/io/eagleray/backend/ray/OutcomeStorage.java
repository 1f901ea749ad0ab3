package io.eagleray.backend.ray;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.driver.cluster.OutcomeFile;
import io.eagleray.driver.cluster.OutcomePlace;
import io.eagleray.storage.Storage;
import io.eagleray.storage.StorageProvider;
import io.eagleray.storage.StorageUri;
import io.eagleray.wire.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** The storage for outcomes that {@code EAGLERAY_STORAGE} names here, if it does. */
final class OutcomeStorage {
    /** The storage that a job was given, in its metadata. */
    static final String METADATA = "eagleray_storage";

    private final RayJobs jobs;
    private final OutcomeReader logs;
    private final ClassLoader application;
    private final Optional<StorageUri> own;

    OutcomeStorage(RayJobs jobs, BackendEnvironment environment) {
        this.jobs = jobs;
        this.logs = new OutcomeReader(jobs);
        this.application = environment.application().loader();
        this.own = StorageUri.of(environment.variables());
    }

    Map<String, String> metadata() {
        return own.map(uri -> Map.of(METADATA, uri.toString())).orElse(Map.of());
    }

    /**
     * Where the outcome of a job that is submitted goes.
     *
     * @throws ConfigurationException when what opens the storage is not on the class path of the application
     */
    Optional<OutcomePlace> place(String id) throws InterruptedException {
        if (own.isEmpty()) {
            return Optional.empty();
        }
        StorageProvider.of(own.get(), application).check(own.get());
        return Optional.of(place(own.get(), id));
    }

    private OutcomePlace place(StorageUri uri, String id) throws InterruptedException {
        return OutcomePlace.of(uri, id, jobs.version().session());
    }

    /**
     * The envelope of a job that has ended; empty when its driver has left none.
     *
     * @throws ConfigurationException when it is in a storage that is not the one named here
     */
    Optional<byte[]> read(JobDetails job) throws InterruptedException {
        String given = job.metadata().getOrDefault(METADATA, "");
        if (given.isEmpty() || job.node().isEmpty()) {
            return logs.read(job);
        }
        StorageUri uri = own.filter(each -> each.toString().equals(given)).orElseThrow(() -> refused(job, given));
        OutcomePlace place = place(uri, job.id());
        try {
            Optional<byte[]> stored = stored(uri, place);
            return stored.isPresent() ? stored : logs.read(job);
        } catch (IOException e) { // of which the driver may know, too
            return Optional.of(logs.read(job)
                    .orElseThrow(() -> new BackendException(
                            "the outcome of " + job.id() + " cannot be read from " + uri + ": " + e.getMessage(), e)));
        }
    }

    private Optional<byte[]> stored(StorageUri uri, OutcomePlace place) throws IOException {
        try (Storage storage = StorageProvider.of(uri, application).open(uri)) {
            Optional<InputStream> found = storage.open(place.name());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = new BufferedInputStream(found.get())) {
                return Optional.of(OutcomeFile.read(in, Limits.DEFAULT.maxBytes()));
            }
        }
    }

    /** What a head says names no place that is read. */
    private ConfigurationException refused(JobDetails job, String given) {
        return new ConfigurationException("the outcome of " + job.id() + " is in the storage " + given + ", and "
                + own.map(uri -> StorageUri.VARIABLE + " is " + uri).orElse(StorageUri.VARIABLE + " is not set")
                + ": if that is a storage of yours, set " + StorageUri.VARIABLE + "=" + given);
    }
}
