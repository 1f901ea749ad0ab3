package io.eagleray.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this JVM has loaded, in a file that later ones map instead of loading each class: class-data sharing. The wrapper
 * script says where, once for each build and each release of Java, and uses it from then on.
 */
final class ClassArchive {
    private static final String FILE = "eagleray.archive";

    /** A class of a loader that is not the JVM's own, as in {@code |  |--java.net.URLClassLoader/0x7f00 (intf)}. */
    private static final Pattern LOADED = Pattern.compile("[| -]*(?<name>[^/\\s]+)/0x[^/]*$");

    private ClassArchive() {}

    /**
     * Writes it where the script asks for it. What goes wrong costs time later, and nothing else; but a thread that makes a
     * lambda meanwhile takes the whole JVM down, on JDK 25, so the one that loads beforehand is waited for.
     */
    static void write() {
        String asked = System.getProperty(FILE, "");
        Path archive = Path.of(asked);
        if (asked.isEmpty() || Files.exists(archive) || !WarmUp.hasEnded()) {
            return;
        }
        Path draft = Path.of(asked + "." + ProcessHandle.current().pid());
        try {
            System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            link();
            dump(draft); // which says so on standard output, where the result is the last word
            Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | JMException | RuntimeException e) {
            return; // the next run tries again
        } finally {
            draft.toFile().delete();
        }
    }

    /** Only what is linked is archived, and most of fabric8's classes are looked at in each run, and never used. */
    private static void link() throws JMException {
        String loaded = (String) asked("vmClassHierarchy");
        loaded.lines()
                .map(LOADED::matcher)
                .filter(Matcher::lookingAt)
                .map(each -> each.group("name"))
                .forEach(ClassArchive::link);
    }

    private static void link(String name) {
        try {
            Class<?> loaded = Class.forName(name, false, ClassArchive.class.getClassLoader());
            Objects.requireNonNull(loaded.getDeclaredConstructors()); // to tell these it is linked
        } catch (ClassNotFoundException | LinkageError e) {
            return; // it is the application's, or misses others, and is loaded later as before
        }
    }

    private static void dump(Path file) throws JMException {
        asked("vmCds", "dynamic_dump", "\"" + file + "\""); // it takes spaces apart
    }

    /** As {@code jcmd} asks. */
    private static Object asked(String command, String... arguments) throws JMException {
        return ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        command,
                        new Object[] {arguments},
                        new String[] {String[].class.getName()});
    }
}
