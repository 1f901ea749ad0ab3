package io.eagleray.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** Classes for the class path of the workers alone. */
final class FarClasses {
    /** The Java that {@code far.Newer} needs, which is not there yet. */
    static final int NEWER = 99;

    private static final int VERSION_OFFSET = 44;

    private FarClasses() {}

    /** Compiles them into a folder: one that is too new, one whose neighbour is missing, one that throws another. */
    static Path into(Path folder) {
        try {
            compile(folder, "Newer", "public class Newer { public static int go() { return 1; } }");
            compile(folder, "Absent", "public class Absent { static int one() { return 1; } }");
            compile(folder, "Needing", "public class Needing { public static int go() { return Absent.one(); } }");
            compile(
                    folder,
                    "Strange",
                    "public class Strange extends RuntimeException { Strange(String s, Throwable t) { super(s, t); }"
                            + " public static int go() { throw new Strange(\"very\", new java.io.IOException(\"far\")); } }");
            Files.delete(folder.resolve("far/Absent.class"));
            makeNewer(folder.resolve("far/Newer.class"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path folder, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".java"), "package far; " + text);
        List<String> arguments =
                List.of("-proc:none", "-d", folder.toString(), "-cp", folder.toString(), file.toString());
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("javac failed: " + arguments);
        }
    }

    private static void makeNewer(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = (byte) (NEWER + VERSION_OFFSET); // the major version, of which the upper byte stays 0
        Files.write(file, bytes);
    }
}
