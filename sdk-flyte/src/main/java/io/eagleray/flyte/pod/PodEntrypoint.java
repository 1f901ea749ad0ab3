package io.eagleray.flyte.pod;

import io.eagleray.bundle.CodePath;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Where the JVM of a task begins in its pod: it finds two class paths in what {@code loader.py} has unpacked, and goes on in
 * the application's own copy of this SDK; it needs only the JDK.
 */
public final class PodEntrypoint {
    /** The name of the file with the application's class path. */
    static final String APPLICATION = "class-path";

    /** The name of the file with the class path of what speaks with Flyte. */
    static final String FLYTE = "flyte-class-path";

    /** The exit code by which {@code loader.py} knows that another attempt would end likewise. */
    private static final int MISFIT = 64;

    private static final String DRIVER = "io.eagleray.flyte.pod.PodDriver";

    private PodEntrypoint() {}

    /**
     * Runs a task and ends the JVM, with 0 when it has left what is to be stored.
     *
     * @param arguments the name of the package that this class is in, and what the driver is told
     * @throws Exception when what was stored is not there, or broken
     */
    public static void main(String[] arguments) throws Exception {
        Path start = CodePath.folder(arguments[0], PodEntrypoint.class);
        ClassLoader application = new URLClassLoader(
                "application", urls(start.resolve(APPLICATION)), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(application);
        try {
            new FlyteLoader(urls(start.resolve(FLYTE)), application)
                    .loadClass(DRIVER)
                    .getMethod("run", Path.class, List.class, ClassLoader.class)
                    .invoke(null, start, Arrays.asList(arguments).subList(1, arguments.length), application);
            System.exit(0);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LinkageError error) {
                misfit(error);
            }
            throw e.getCause() instanceof Exception failure ? failure : e;
        } catch (LinkageError e) {
            misfit(e);
        }
    }

    /** The driver needs the classes of its own version of this SDK in the application. */
    private static void misfit(LinkageError error) {
        System.err.println("the sdk-runtime of the application is missing, or of another version than the Eagleray that"
                + " registered the task (" + error + "): use the same on both sides, and register the task again");
        System.exit(MISFIT);
    }

    private static URL[] urls(Path file) throws IOException {
        return CodePath.urls(Files.readAllBytes(file), PodEntrypoint.class);
    }
}
