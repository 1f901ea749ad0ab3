package io.eagleray.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Code that is not on the tests' own class path: compiled into a folder, seen through a loader of its own. */
record Compiled(Path classes) {

    /** Compiles files, each given as its path and its text. */
    static Compiled in(Path folder, String... files) {
        try {
            Path classes = Files.createDirectories(folder.resolve("classes"));
            List<String> arguments = new ArrayList<>(
                    List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
            for (int i = 0; i < files.length; i += 2) {
                Path file = folder.resolve("src").resolve(files[i]);
                Files.createDirectories(file.getParent());
                arguments.add(Files.writeString(file, files[i + 1]).toString());
            }
            int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (failed != 0) {
                throw new IllegalStateException("javac failed: " + arguments);
            }
            return new Compiled(classes);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    URLClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compiled.class.getClassLoader());
        } catch (MalformedURLException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Makes all classes look as if a Java of the far future had compiled them. */
    Compiled forClassFileVersion(int version) {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[6] = (byte) (version >> 8);
                bytes[7] = (byte) version;
                Files.write(file, bytes);
            }
            return this;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
