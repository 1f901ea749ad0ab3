package io.eagleray.cli;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * The parent of an application's class loader: the JDK, and of this program only what both sides must see alike, the SDK
 * and the logging interface that it hands out. So an application meets its own libraries, never the command's.
 */
final class SharedClasses extends ClassLoader {
    private static final List<String> SHARED = List.of("io.eagleray.", "org.slf4j.");

    static {
        registerAsParallelCapable();
    }

    private SharedClasses() {
        super("eagleray-shared", ClassLoader.getPlatformClassLoader());
    }

    /** A loader for the classes of an application. */
    static URLClassLoader applicationLoader(List<Path> classPath) {
        URL[] urls = classPath.stream().map(SharedClasses::url).toArray(URL[]::new);
        return new URLClassLoader("eagleray-application", urls, new SharedClasses());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SHARED.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        return SharedClasses.class.getClassLoader().loadClass(name);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry.toString(), e);
        }
    }
}
