package io.eagleray.backend.local;

import io.eagleray.client.BackendException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One installer at a time, among the threads of this JVM and among processes; it goes with the process that has it. */
final class InstallLock implements AutoCloseable {
    private static final long LOOK_MILLIS = 200;

    private final FileChannel channel;
    private final FileLock lock;

    private InstallLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Waits for the lock.
     *
     * @param file the lock's file
     * @param waiting called once if somebody else has it
     */
    static InstallLock take(Path file, Runnable waiting) throws InterruptedException {
        FileChannel channel = open(file);
        boolean told = false;
        try {
            while (true) {
                FileLock lock = tryLock(channel);
                if (lock != null) {
                    return new InstallLock(channel, lock);
                }
                if (!told) {
                    told = true;
                    waiting.run();
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (IOException e) {
            close(channel);
            throw new BackendException("cannot lock " + file + ": " + e, e);
        } catch (InterruptedException e) {
            close(channel);
            throw e;
        }
    }

    private static FileChannel open(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new BackendException(
                    "cannot write " + file + " (" + e + "): set EAGLERAY_CACHE to a folder that can be written to", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another thread of this JVM has it
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new BackendException("cannot close a lock: " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
        } catch (IOException e) {
            throw new BackendException("cannot release a lock: " + e, e);
        } finally {
            close(channel);
        }
    }
}
