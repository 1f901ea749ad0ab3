package io.eagleray.backend.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What a launcher leaves when it is killed itself. Its processes are known by their session, which has its number; where
 * there is no {@code /proc}, by having been its descendants.
 */
final class Leftovers {
    private static final Path PROC = Path.of("/proc");
    private static final int SESSION_AFTER_NAME = 3;

    private final Process launcher;
    private final Set<ProcessHandle> remembered = ConcurrentHashMap.newKeySet();

    Leftovers(Process launcher) {
        this.launcher = launcher;
    }

    /** Remembers who descends from the launcher now. */
    void remember() {
        launcher.descendants().forEach(remembered::add);
    }

    /** Ends them, once the launcher is gone. */
    void end() {
        remembered.forEach(ProcessHandle::destroyForcibly);
        if (Files.isDirectory(PROC)) {
            ProcessHandle.allProcesses().filter(this::isOfSession).forEach(ProcessHandle::destroyForcibly);
        }
    }

    private boolean isOfSession(ProcessHandle process) {
        try {
            byte[] stat = Files.readAllBytes(
                    PROC.resolve(Long.toString(process.pid())).resolve("stat"));
            String afterName = new String(stat, StandardCharsets.ISO_8859_1).replaceFirst("(?s).*\\) ", "");
            return Stream.of(afterName.split(" ", -1))
                    .skip(SESSION_AFTER_NAME)
                    .findFirst()
                    .filter(session -> session.equals(Long.toString(launcher.pid())))
                    .isPresent();
        } catch (IOException e) {
            return false; // gone
        }
    }
}
