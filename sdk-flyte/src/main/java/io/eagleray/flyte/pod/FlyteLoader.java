package io.eagleray.flyte.pod;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * The classes that speak with Flyte: of their own class path, whatever versions the application has. With the application
 * they share this SDK alone, which is the application's own.
 */
final class FlyteLoader extends URLClassLoader {
    private static final String SHARED = "io.eagleray.";
    private static final String OWN = "io.eagleray.flyte.";

    private final ClassLoader application;

    FlyteLoader(URL[] urls, ClassLoader application) {
        super("flyte", urls, ClassLoader.getPlatformClassLoader());
        this.application = application;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith(SHARED) && !name.startsWith(OWN)
                ? application.loadClass(name)
                : super.loadClass(name, resolve);
    }
}
