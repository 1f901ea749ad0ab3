package io.eagleray.driver.ray;

import io.eagleray.client.BackendException;
import io.eagleray.driver.connect.RayLibrary;
import io.ray.api.Ray;
import io.ray.api.runtime.RayRuntimeFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * What Ray's Java library cannot be told through its API: where its native library lies, which token it uses, and
 * where its log goes. By reflection, for only the API is compiled against.
 */
final class RayInternals {
    private static final String UNPACK = "jna.tmpdir";
    private static final String LIBRARY = "core_worker_library_java";

    /** Where Ray's native library keeps the least level that it logs, and the level of errors. */
    private static final String LOG_LEVEL = "_ZN3ray6RayLog19severity_threshold_E";

    private static final int ERRORS = 2;

    /** Loads the native library from where it stays: Ray itself unpacks 40 MB into the temp folder, and leaves them. */
    void load(RayLibrary library) {
        try {
            Files.createDirectories(library.nativeFolder());
            StandardOutput.without(() -> initialize("org.apache.logging.log4j.util.StackLocator"));
            System.setProperty(UNPACK, library.nativeFolder().toString());
            // when the head is gone for a minute, the library would end the JVM
            setVariable("RAY_gcs_rpc_server_reconnect_timeout_s", "2000000", library);
            library.token().ifPresent(token -> {
                setVariable("RAY_AUTH_MODE", "token", library);
                setVariable("RAY_AUTH_TOKEN", token, library);
            });
            method("io.ray.runtime.util.JniUtils", "loadLibrary", String.class, String.class, boolean.class)
                    .invoke(null, library.nativeFolder().toString(), LIBRARY, true);
        } catch (IOException | ReflectiveOperationException e) {
            throw new BackendException("cannot load Ray's native library of " + library + ": " + reason(e), e);
        } finally {
            System.clearProperty(UNPACK);
        }
    }

    /** Older releases of Ray's logging complain on standard output about the JDK, when they are first used. */
    private static void initialize(String type) {
        try {
            Class.forName(type);
        } catch (ClassNotFoundException e) {
            throw new BackendException("Ray's logging is not what it was: " + type + " is missing", e);
        }
    }

    /**
     * Until its log file is open, Ray's native library logs to standard error; only errors from now until then. Where it
     * keeps the level is not promised, so it may also go on as before.
     */
    void quietUntilConnected(RayLibrary library) {
        try {
            Class<?> type = Class.forName("com.sun.jna.NativeLibrary");
            String file = library.nativeFolder()
                    .resolve(System.mapLibraryName(LIBRARY))
                    .toString();
            Object loaded = type.getMethod("getInstance", String.class).invoke(null, file);
            Object level =
                    type.getMethod("getGlobalVariableAddress", String.class).invoke(loaded, LOG_LEVEL);
            Class.forName("com.sun.jna.Pointer")
                    .getMethod("setInt", long.class, int.class)
                    .invoke(level, 0L, ERRORS);
        } catch (ReflectiveOperationException e) {
            return; // noise, no harm
        }
    }

    /** A JVM cannot change its environment, and Ray's native library looks nowhere else for its settings. */
    private static void setVariable(String name, String value, RayLibrary library) {
        try {
            Class<?> type = Class.forName("com.sun.jna.NativeLibrary");
            Object process = type.getMethod("getProcess").invoke(null);
            Object function = type.getMethod("getFunction", String.class).invoke(process, "setenv");
            Object[] arguments = {name, value, 1};
            function.getClass().getMethod("invokeInt", Object[].class).invoke(function, (Object) arguments);
        } catch (ReflectiveOperationException e) {
            throw new BackendException("cannot hand " + name + " to the native library of " + library, e);
        }
    }

    /** Writes Ray's log of this JVM to a file. */
    void logTo(Path folder) {
        try {
            Path configuration = folder.resolve(RayLibrary.LOGGING);
            Properties settings =
                    new Properties(); // as XML they would take a parser, whose classes take a while to load
            settings.putAll(Map.of(
                    "status", "off",
                    "shutdownHook", "disable",
                    "appender.file.type", "File",
                    "appender.file.name", "file",
                    "appender.file.fileName",
                            folder.resolve("driver.log").toString().replace("$", "$$"),
                    "appender.file.layout.type", "PatternLayout",
                    "appender.file.layout.pattern", "%d{ISO8601} %p %c{1} [%t]: %m%n",
                    "rootLogger.level", "info",
                    "rootLogger.appenderRef.file.ref", "file"));
            try (OutputStream file = Files.newOutputStream(configuration)) {
                settings.store(file, null);
            }
            configure(configuration.toUri());
        } catch (IOException e) {
            throw new BackendException("cannot write to " + folder + ": " + e, e);
        }
    }

    /** Closes the file. */
    void logNowhere() {
        URI quiet = URI.create(String.valueOf(RayLibrary.class.getResource(RayLibrary.QUIET)));
        configure(quiet);
    }

    /** Ray would send its log to the console, once; it is told that this was done. */
    private static void configure(URI configuration) {
        try {
            Field setup = Class.forName("io.ray.runtime.util.LoggingUtil").getDeclaredField("setup");
            setup.setAccessible(true);
            setup.setBoolean(null, true);
            method("org.apache.logging.log4j.core.config.Configurator", "reconfigure", URI.class)
                    .invoke(null, configuration);
        } catch (ReflectiveOperationException e) {
            throw new BackendException("cannot keep Ray's log off the console: " + reason(e), e);
        }
    }

    /** As {@code Ray.init} does, without its shutdown hook: that would not wait for who is inside of Ray. */
    void connect() {
        try {
            RayRuntimeFactory factory = Class.forName("io.ray.runtime.DefaultRayRuntimeFactory")
                    .asSubclass(RayRuntimeFactory.class)
                    .getConstructor()
                    .newInstance();
            Field runtime = Ray.class.getDeclaredField("runtime");
            runtime.setAccessible(true);
            runtime.set(null, factory.createRayRuntime());
        } catch (ReflectiveOperationException e) {
            throw new BackendException("cannot connect with Ray's Java library: " + reason(e), e);
        }
    }

    private static Method method(String type, String name, Class<?>... parameters) throws ReflectiveOperationException {
        return Class.forName(type).getMethod(name, parameters);
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getCause() == null ? e : e.getCause());
    }
}
