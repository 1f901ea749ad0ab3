package io.eagleray.driver.ray;

import io.eagleray.bundle.CodePath;
import io.eagleray.driver.connect.RayEndpoint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The actor that answers calls on a worker. It holds the application in a class loader of its own, so that the
 * libraries that come with Ray never get between the user's classes. Only {@code byte[]} goes in and out, and no
 * exception ever leaves it: on current JDKs Ray's serializer fails on them and takes the worker down.
 */
public final class RayWorker {
    private static final String DISPATCHER = "io.eagleray.parallel.Dispatcher";

    private static final byte[] NOTHING = {};

    /** What the JVM itself exits with where it is told to exit when memory is exhausted. */
    private static final int OUT_OF_MEMORY = 3;

    private @Nullable ClassLoader application;
    private @Nullable BiFunction<byte[], List<byte[]>, byte[]> dispatcher;
    private volatile String failure = "";

    /**
     * Loads the application.
     *
     * @param classPath its class path, as {@link CodePath} makes it
     */
    public RayWorker(byte[] classPath) {
        List<Path> paths = List.of();
        try {
            paths = CodePath.find(classPath, RayWorker.class);
            application = new ApplicationLoader(urls(paths), RayWorker.class.getClassLoader());
            Thread.currentThread().setContextClassLoader(application);
            dispatcher = dispatcher(application);
            String python = System.getenv(RayEndpoint.PYTHON_ENV);
            if (python != null) {
                PythonCalls.equip(python);
            }
        } catch (ClassNotFoundException e) {
            failure = withoutEagleray(paths);
        } catch (Throwable e) {
            failure = text(e);
        }
    }

    private static URL[] urls(List<Path> paths) throws MalformedURLException {
        URL[] urls = new URL[paths.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = paths.get(i).toUri().toURL();
        }
        return urls;
    }

    private static String withoutEagleray(List<Path> classPath) {
        List<Path> absent = classPath.stream().filter(Files::notExists).toList();
        return "the application's class path has no Eagleray: it must have the sdk-runtime that the application uses, with"
                + " all it depends on; missing on this node are " + absent.size() + " of its " + classPath.size()
                + " entries" + (absent.isEmpty() ? "" : ", such as " + absent.get(0));
    }

    @SuppressWarnings("unchecked") // the dispatcher is ours, and of this version
    private static BiFunction<byte[], List<byte[]>, byte[]> dispatcher(ClassLoader loader)
            throws ReflectiveOperationException {
        return (BiFunction<byte[], List<byte[]>, byte[]>)
                loader.loadClass(DISPATCHER).getConstructor().newInstance();
    }

    /**
     * Answers a call.
     *
     * @param request the encoded call
     * @return the encoded answer; null when it is empty, or when there is none and {@link #failure} says why
     */
    public byte @Nullable [] call(byte[] request) {
        return answer(request);
    }

    /**
     * Answers a call with a stored value.
     *
     * @param request the encoded call
     * @param first the value
     * @return as {@link #call}
     */
    public byte @Nullable [] call1(byte[] request, byte[] first) {
        return answer(request, first);
    }

    /**
     * Answers a call with stored values.
     *
     * @param request the encoded call
     * @param first a value
     * @param second a value
     * @return as {@link #call}
     */
    public byte @Nullable [] call2(byte[] request, byte[] first, byte[] second) {
        return answer(request, first, second);
    }

    /**
     * Answers a call with stored values.
     *
     * @param request the encoded call
     * @param first a value
     * @param second a value
     * @param third a value
     * @return as {@link #call}
     */
    public byte @Nullable [] call3(byte[] request, byte[] first, byte[] second, byte[] third) {
        return answer(request, first, second, third);
    }

    /**
     * Answers a call with stored values.
     *
     * @param request the encoded call
     * @param first a value
     * @param second a value
     * @param third a value
     * @param fourth a value
     * @return as {@link #call}
     */
    public byte @Nullable [] call4(byte[] request, byte[] first, byte[] second, byte[] third, byte[] fourth) {
        return answer(request, first, second, third, fourth);
    }

    /** Ray makes null of an array without elements. */
    private static byte[] given(byte @Nullable [] bytes) {
        return bytes == null ? NOTHING : bytes;
    }

    private byte @Nullable [] answer(byte[] request, byte[]... values) {
        BiFunction<byte[], List<byte[]>, byte[]> answering = dispatcher;
        if (answering == null) {
            return null;
        }
        try {
            Thread.currentThread().setContextClassLoader(application);
            return answering.apply(
                    given(request), Stream.of(values).map(RayWorker::given).toList());
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY); // nothing can be told any more; that it died is noticed
            throw e;
        } catch (Throwable e) {
            failure = text(e);
            return null;
        }
    }

    /**
     * Why a call got no answer.
     *
     * @return the stack trace as text, in UTF-8; nothing when it got one, which was empty
     */
    public byte[] failure() {
        byte[] said = failure.getBytes(StandardCharsets.UTF_8);
        if (dispatcher != null) {
            failure = ""; // it is told once, unless it will be the same for every call
        }
        return said;
    }

    private static String text(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** The application alone: nothing of the worker's own class path is visible but Ray's API and this actor. */
    private static final class ApplicationLoader extends URLClassLoader {
        private final ClassLoader ray;

        ApplicationLoader(URL[] urls, ClassLoader ray) {
            super("application", urls, ClassLoader.getPlatformClassLoader());
            this.ray = ray;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean shared = name.startsWith("io.ray.") || name.startsWith("io.eagleray.driver.ray.");
            return shared ? ray.loadClass(name) : super.loadClass(name, resolve);
        }
    }
}
