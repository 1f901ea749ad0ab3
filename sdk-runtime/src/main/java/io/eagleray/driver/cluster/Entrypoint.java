package io.eagleray.driver.cluster;

import io.eagleray.bundle.CodePath;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the JVM of a driver begins on a cluster. It finds the application's class path in the packages that Ray has
 * unpacked, checks it, and goes on in the application's own copy of this SDK; it needs only the JDK.
 */
public final class Entrypoint {
    /** The name of the class path's file in the job's package. */
    static final String CLASS_PATH = "class-path";

    private static final String DRIVER = "io.eagleray.driver.cluster.ClusterDriver";

    private Entrypoint() {}

    /**
     * Runs a job and ends the JVM, with 0 when the task has succeeded.
     *
     * @param arguments the name of the job's package
     * @throws Exception when what was sent is not there, or broken
     */
    public static void main(String[] arguments) throws Exception {
        Path job = CodePath.folder(arguments[0], Entrypoint.class);
        ClassLoader application = application(job);
        Thread.currentThread().setContextClassLoader(application);
        try {
            Object code = application
                    .loadClass(DRIVER)
                    .getMethod("run", Path.class, ClassLoader.class)
                    .invoke(null, job, application);
            System.exit((int) code);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    private static ClassLoader application(Path job) throws IOException {
        URL[] urls = CodePath.urls(Files.readAllBytes(job.resolve(CLASS_PATH)), Entrypoint.class);
        return new URLClassLoader("application", urls, ClassLoader.getPlatformClassLoader());
    }
}
