package io.eagleray.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this JVM has loaded, in a file that later ones map instead of loading each class: class-data sharing. The wrapper
 * script says where, once for each build and each release of Java, and uses it from then on.
 */
final class ClassArchive {
    private static final String FILE = "eagleray.archive";

    private ClassArchive() {}

    /** Writes it where the script asks for it. What goes wrong costs time later, and nothing else. */
    static void write() {
        String asked = System.getProperty(FILE, "");
        Path archive = Path.of(asked);
        if (asked.isEmpty() || Files.exists(archive)) {
            return;
        }
        Path draft = Path.of(asked + "." + ProcessHandle.current().pid());
        try {
            System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            dump(draft); // which says so on standard output, where the result is the last word
            Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | JMException | RuntimeException e) {
            return; // the next run tries again
        } finally {
            draft.toFile().delete();
        }
    }

    /** As {@code jcmd} asks for it. */
    private static void dump(Path file) throws JMException {
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "vmCds",
                        new Object[] {new String[] {"dynamic_dump", "\"" + file + "\""}}, // it takes spaces apart
                        new String[] {String[].class.getName()});
    }
}
