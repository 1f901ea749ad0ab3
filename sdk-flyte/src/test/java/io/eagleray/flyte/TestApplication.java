package io.eagleray.flyte;

import io.eagleray.bundle.Application;
import io.eagleray.bundle.RegisteredTask;
import io.eagleray.bundle.TaskRegistry;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** An application of the tests, compiled as users compile theirs. */
public final class TestApplication {
    private static final String PROCESSOR = "io.eagleray.processor.TaskProcessor";

    private TestApplication() {}

    /**
     * Compiles a class.
     *
     * @param folder where its files go
     * @param name its name
     * @param members what it consists of
     */
    public static Application of(Path folder, String name, String members) throws IOException {
        Files.createDirectories(folder);
        String source = "package app; import io.eagleray.*; import java.util.*; public final class " + name
                + " { private " + name + "() {} " + members + " }";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        String classPath = System.getProperty("java.class.path");
        boolean isGood = compiler.getTask(
                        said,
                        null,
                        null,
                        List.of("-d", folder.toString(), "-cp", classPath, "-processor", PROCESSOR),
                        null,
                        List.of(new Source(name, source)))
                .call();
        if (!isGood) {
            throw new IllegalStateException(said.toString());
        }
        URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, TestApplication.class.getClassLoader());
        return new Application(loader, List.of(folder));
    }

    /** Its tasks. */
    public static Collection<RegisteredTask> tasks(Application application) {
        return TaskRegistry.of(application).tasks();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///app/" + name + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }
    }
}
