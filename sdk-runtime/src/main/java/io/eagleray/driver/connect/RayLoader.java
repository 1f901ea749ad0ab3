package io.eagleray.driver.connect;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Ray's own Java classes, apart from the application's: {@code ray_dist.jar}, our classes that speak its API, and
 * through them the interfaces of this SDK. Nothing of the application is visible to Ray, nor the other way round.
 */
final class RayLoader extends URLClassLoader {
    private static final String OURS = "io.eagleray.";
    private static final String BRIDGE = "io.eagleray.driver.ray.";

    private final ClassLoader sdk;

    RayLoader(Path rayDist, ClassLoader sdk) throws MalformedURLException {
        super("ray", new URL[] {rayDist.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        this.sdk = sdk;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(OURS) && !name.startsWith(BRIDGE)) {
            return sdk.loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && name.startsWith(BRIDGE)) {
                loaded = define(name, sdk.getResource(name.replace('.', '/') + ".class"));
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
    }

    private Class<?> define(String name, @Nullable URL file) throws ClassNotFoundException {
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream bytes = file.openStream()) {
            byte[] code = bytes.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Ray's logging writes to standard output until told otherwise; here it never gets to that. */
    @Override
    public @Nullable URL findResource(String name) {
        return name.equals(RayLibrary.LOGGING)
                ? RayLoader.class.getResource(RayLibrary.QUIET)
                : super.findResource(name);
    }
}
