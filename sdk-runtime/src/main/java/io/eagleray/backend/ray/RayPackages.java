package io.eagleray.backend.ray;

import io.eagleray.backend.Shown;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/**
 * The packages that a head keeps for runtime environments: zip files and Python wheels, named by their content, such as
 * {@code _ray_pkg_<hash>.zip}.
 */
public final class RayPackages {
    /** How many bytes a package may have at most. */
    public static final long MOST_BYTES = 104_857_600;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,199}\\.(?:zip|whl)");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HeadClient head;
    private final ConcurrentMap<String, CountDownLatch> underWay = new ConcurrentHashMap<>();

    RayPackages(HeadClient head) {
        this.head = head;
    }

    /**
     * What a runtime environment calls a package.
     *
     * @param name its name
     * @return {@code gcs://name}
     * @throws ConfigurationException when the name cannot be one
     */
    public static String uri(String name) {
        return "gcs://" + check(name);
    }

    /**
     * Whether a package is there. If it is, the head keeps it for the next 10 minutes.
     *
     * @param name its name
     * @return true if it is there
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean exists(String name) throws InterruptedException {
        Answer answer = head.answer(Ask.of("GET", path(name)));
        if (RayJobs.isUnknownJob(answer)) {
            return false;
        }
        if (!answer.isOk()) {
            throw Refusal.of(answer, head.options());
        }
        if (answer.isPage()) {
            throw Refusal.page(answer);
        }
        return true;
    }

    /**
     * Brings a package, unless it is there. Its content is never held in memory as a whole.
     *
     * @param name its name, which belongs to its content
     * @param file the zip file
     * @param progress takes how many bytes have been sent so far; from the beginning again when an attempt fails
     * @return false when it was there already
     * @throws ConfigurationException when the file is too large or cannot be read
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean upload(String name, Path file, LongConsumer progress) throws InterruptedException {
        try {
            checkSize(name, file.toString(), Files.size(file));
            return upload(name, BodyPublishers.ofFile(file), progress);
        } catch (IOException e) {
            throw new ConfigurationException("package " + name + " (" + file + ") cannot be read: " + e, e);
        }
    }

    /**
     * Brings a package that is in memory, unless it is there.
     *
     * @param name its name, which belongs to its content
     * @param what says what is in it, for people
     * @param content the bytes of the zip file
     * @param progress takes how many bytes have been sent so far; from the beginning again when an attempt fails
     * @return false when it was there already
     * @throws ConfigurationException when it is too large
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean upload(String name, String what, byte[] content, LongConsumer progress) throws InterruptedException {
        checkSize(name, what, content.length);
        return upload(name, BodyPublishers.ofByteArray(content), progress);
    }

    /** Many at once that need the same are served by one: each copy under way takes its size of the head's memory. */
    private boolean upload(String name, BodyPublisher content, LongConsumer progress) throws InterruptedException {
        while (!exists(name)) {
            CountDownLatch done = new CountDownLatch(1);
            CountDownLatch other = underWay.putIfAbsent(name, done);
            if (other == null) {
                try {
                    put(name, content, progress);
                    return true;
                } finally {
                    underWay.remove(name);
                    done.countDown();
                }
            }
            other.await();
        }
        return false;
    }

    private void put(String name, BodyPublisher content, LongConsumer progress) throws InterruptedException {
        Answer answer = head.answer(Ask.of("PUT", path(name)).upload(new Counted(content, progress), PATIENCE));
        if (!answer.isOk()) {
            throw Refusal.of(answer, head.options());
        }
        if (!exists(name)) {
            throw new BackendException("the Ray head at " + head.options().address() + " has taken package " + name
                    + " and does not have it: is its memory full, or did it restart? Try again");
        }
    }

    private static void checkSize(String name, String what, long size) {
        if (size > MOST_BYTES) {
            throw new ConfigurationException("package " + name + " (" + what + ") has " + size
                    + " bytes, and Ray takes " + MOST_BYTES + ": split it, or leave something out");
        }
    }

    private static String path(String name) {
        return "/api/packages/gcs/" + check(name);
    }

    private static String check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ConfigurationException(
                    "\"" + Shown.of(name, 200)
                            + "\" is no name of a package: use letters, digits, \".\", \"_\", \"+\" and \"-\", and .zip or .whl at the end");
        }
        return name;
    }
}
