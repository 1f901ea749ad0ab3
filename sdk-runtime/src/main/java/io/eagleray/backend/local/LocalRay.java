package io.eagleray.backend.local;

import io.eagleray.client.BackendException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A Ray that was started here. Its launcher ends it when it is told so, and when this JVM is gone. */
final class LocalRay {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final int LAST_LINES = 12;

    private final RayInstallation installation;
    private final Path folder;
    private final Process launcher;
    private final Leftovers leftovers;
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private volatile @Nullable URI dashboard;
    private volatile String trouble = "";
    private volatile boolean stopping;

    /** Ray's own Python packages cannot be imported: the installation is broken, not the start. */
    static final class BrokenInstallation extends Exception {
        private static final long serialVersionUID = 1;

        BrokenInstallation(String message) {
            super(message);
        }
    }

    LocalRay(RayInstallation installation, Path folder, Process launcher) {
        this.installation = installation;
        this.folder = folder;
        this.launcher = launcher;
        this.leftovers = new Leftovers(launcher);
        Thread reader = new Thread(this::read, "eagleray Ray " + launcher.pid());
        reader.setDaemon(true);
        reader.start();
    }

    Path folder() {
        return folder;
    }

    /** The number of the session that all its processes belong to. */
    long session() {
        return launcher.pid();
    }

    RayInstallation installation() {
        return installation;
    }

    /** Waits until it is up, and gives the address of its control service. */
    String awaitReady() throws InterruptedException, BrokenInstallation {
        try {
            return ready.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw failure("is not up after " + START.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrokenInstallation broken) {
                throw broken;
            }
            throw failure("did not start: "
                    + String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
        }
    }

    private BackendException failure(String what) {
        return new BackendException(installation + " " + what + lastErrors() + "\nIts log files are kept in " + folder
                + "; if it is broken, remove it, or set EAGLERAY_RAY to another");
    }

    private String lastErrors() {
        try (var lines = Files.lines(Launch.errors(folder), StandardCharsets.UTF_8)) {
            List<String> all = lines.toList();
            List<String> last = all.subList(Math.max(0, all.size() - LAST_LINES), all.size());
            return last.isEmpty() ? "" : "\n  " + String.join("\n  ", last);
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    private void read() {
        try (BufferedReader events = launcher.inputReader(StandardCharsets.UTF_8)) {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                int space = line.indexOf(' ');
                happened(space < 0 ? line : line.substring(0, space), space < 0 ? "" : line.substring(space + 1));
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IOException("its launcher has ended"));
        if (!stopping) {
            trouble("its launcher has ended");
        }
    }

    private void happened(String event, String value) {
        switch (event) {
            case "ready" -> ready.complete(value);
            case "dashboard" -> dashboard = URI.create(value);
            case "broken" -> ready.completeExceptionally(new BrokenInstallation(value));
            case "failed" -> ready.completeExceptionally(new IOException(value));
            case "died" -> trouble("its " + value + " has died");
            default -> {
                // the rest is for people who read along
            }
        }
    }

    private void trouble(String what) {
        if (trouble.isEmpty()) {
            trouble = installation + " has failed: " + what + ". Its log files are kept in " + folder
                    + "; connect again to start another";
        }
    }

    /** What is wrong with it; empty text while all is well. */
    String trouble() {
        return trouble;
    }

    Optional<URI> dashboard() {
        return Optional.ofNullable(dashboard);
    }

    /** Whether it failed because a port that was free was taken when Ray came to it. */
    boolean lostPort() {
        String errors = lastErrors();
        return errors.contains("already in use") || errors.contains("already occupied");
    }

    /** Ends all that was started, and removes the folder. */
    void stop() {
        stop(false);
    }

    /** Ends all that was started, and keeps the folder, for the log files in it. */
    void stopAndKeepLogs() {
        stop(true);
    }

    private synchronized void stop(boolean keep) {
        if (stopping) {
            return;
        }
        stopping = true;
        boolean keepAll = keep || !trouble.isEmpty();
        leftovers.remember();
        try {
            launcher.outputWriter(StandardCharsets.UTF_8)
                    .append(keepAll ? "stop keep\n" : "stop\n")
                    .flush();
        } catch (IOException e) {
            launcher.destroyForcibly(); // it is gone, or does not listen
        }
        awaitEnd();
        leftovers.end();
        if (!keepAll) {
            removeFolder();
        }
    }

    private void awaitEnd() {
        try {
            if (!launcher.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            launcher.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void removeFolder() {
        try {
            ManagedRay.delete(folder);
        } catch (IOException e) {
            throw new BackendException("Ray was stopped, but its folder cannot be removed: " + e, e);
        }
    }
}
