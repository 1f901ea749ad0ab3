package io.eagleray.driver.cluster;

import io.eagleray.storage.Storage;
import io.eagleray.storage.StorageProvider;
import io.eagleray.storage.StorageUri;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.function.Consumer;

/**
 * Keeps the outcome of a job: in the storage that the job names, else in the folder of Ray's logs. What the storage does
 * not take goes to the logs, too: nothing is lost.
 */
final class OutcomeKeeper {
    private final Job job;
    private final Path logs;
    private final ClassLoader application;
    private final Consumer<String> warnings;

    OutcomeKeeper(Job job, Path logs, ClassLoader application, Consumer<String> warnings) {
        this.job = job;
        this.logs = logs;
        this.application = application;
        this.warnings = warnings;
    }

    void keep(byte[] envelope) throws IOException {
        if (job.outcome().isEmpty() || !isStored(job.outcome().get(), envelope)) {
            OutcomeFile.write(logs, job.id(), envelope);
        }
    }

    /** Where the next moment may be the last one: the logs are near, and who finds nothing in the storage looks there. */
    void keepAtOnce(byte[] envelope) throws IOException {
        OutcomeFile.write(logs, job.id(), envelope);
        Optional<OutcomePlace> place = job.outcome();
        if (place.isPresent()) {
            isStored(place.get(), envelope);
        }
    }

    /** A task that was stopped leaves this thread interrupted, which some storages refuse to work for. */
    private boolean isStored(OutcomePlace place, byte[] envelope) {
        boolean wasInterrupted = Thread.interrupted();
        try {
            StorageUri uri = StorageUri.parse(place.storage());
            try (Storage storage = StorageProvider.of(uri, application).open(uri)) {
                storage.write(place.name(), List.of(OutcomeFile.header(envelope), envelope));
            }
            return true;
        } catch (IOException | RuntimeException | LinkageError | ServiceConfigurationError e) {
            warnings.accept("the outcome cannot be kept in " + place.storage() + ", and is kept in Ray's logs: "
                    + (e.getMessage() == null ? e.toString() : e.getMessage()));
            return false;
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
