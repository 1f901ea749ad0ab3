package io.eagleray.backend.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a Ray leaves on this machine. */
final class Traces {
    private Traces() {}

    /** Processes that know a folder, by their command line or their environment, or are of a session. */
    static List<String> processes(Path folder, long session) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> isOfSession(process, session)
                        || read(process, "cmdline").contains(folder.toString())
                        || read(process, "environ").contains(folder.toString()))
                .filter(process -> !read(process, "cmdline").isEmpty()) // a zombie has none
                .map(process -> process.pid() + " " + read(process, "cmdline").replace('\0', ' '))
                .toList();
    }

    private static boolean isOfSession(ProcessHandle process, long session) {
        String[] fields = read(process, "stat").replaceFirst("(?s).*\\) ", "").split(" ", -1);
        return fields.length > 3 && fields[3].equals(Long.toString(session));
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** What Ray's library unpacks for itself. */
    static Set<Path> unpacked() throws IOException {
        Path folder = Path.of("/tmp/ray");
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                    .collect(Collectors.toSet());
        }
    }
}
