package io.eagleray.flyte.pod;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import flyteidl.core.Errors.ErrorDocument;
import flyteidl.core.Literals.LiteralMap;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.ValueException;
import io.eagleray.wire.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The files that the JVM of a task shares with {@code loader.py}: one it finds, one it waits for, and one of two it leaves.
 *
 * @param folder their folder
 */
record PodFiles(Path folder) {
    private static final String INPUTS = "inputs.pb";
    private static final String BROUGHT = "brought";
    private static final String OUTPUTS = "outputs.pb";
    private static final String ERROR = "error.pb";
    private static final long BETWEEN_LOOKS_MILLIS = 5;

    /**
     * The arguments of the task.
     *
     * @throws ValueException when they are too large, or no literals
     */
    LiteralMap inputs() throws IOException {
        Path file = folder.resolve(INPUTS);
        long bytes = Files.size(file);
        if (bytes > Limits.DEFAULT.maxBytes()) {
            throw new ValueException("the inputs have " + bytes + " bytes, more than the limit of "
                    + Limits.DEFAULT.maxBytes() + ": pass less, or raise EAGLERAY_MAX_VALUE_BYTES in env of the task");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return LiteralMap.parseFrom(in);
        } catch (InvalidProtocolBufferException e) {
            throw new ValueException("the inputs are no literals of Flyte: " + e.getMessage(), e);
        }
    }

    /** Waits until Ray's head has the code that workers get from it; {@code loader.py} ends this JVM when it cannot. */
    void awaitBrought() {
        try {
            while (!Files.exists(folder.resolve(BROUGHT))) {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while the workers' code was brought to the Ray head", e);
        }
    }

    void outputs(LiteralMap outputs) throws IOException {
        write(OUTPUTS, outputs);
    }

    void error(ErrorDocument error) throws IOException {
        write(ERROR, error);
    }

    private void write(String name, MessageLite message) throws IOException {
        Path draft = folder.resolve(name + ".part");
        Files.write(draft, message.toByteArray());
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
