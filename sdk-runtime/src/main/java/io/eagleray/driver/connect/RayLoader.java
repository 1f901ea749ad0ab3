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
    private static final String RUNTIME = "io.ray.runtime.RayNativeRuntime";
    private static final String JOB_CONFIG = "io/ray/runtime/generated/Common$JobConfig";
    private static final String JOB_METADATA = "io/eagleray/driver/ray/JobMetadata";

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
                loaded = define(name, read(name, sdk.getResource(file(name))));
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
    }

    /**
     * Ray's Java library encodes the description of its job where nothing can be added to it, so that call goes by way of
     * {@code JobMetadata}. A Ray that does not have the call there stays as it is: only the metadata is missing then.
     */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.equals(RUNTIME)) {
            return super.findClass(name);
        }
        byte[] code = read(name, findResource(file(name)));
        return define(
                name,
                ForeignClass.redirected(code, JOB_CONFIG, "toByteArray", "[B", JOB_METADATA)
                        .orElse(code));
    }

    private Class<?> define(String name, byte[] code) {
        return defineClass(name, code, 0, code.length);
    }

    private static byte[] read(String name, @Nullable URL file) throws ClassNotFoundException {
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream bytes = file.openStream()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static String file(String name) {
        return name.replace('.', '/') + ".class";
    }

    /** Ray's logging writes to standard output until told otherwise; here it never gets to that. */
    @Override
    public @Nullable URL findResource(String name) {
        return name.equals(RayLibrary.LOGGING)
                ? RayLoader.class.getResource(RayLibrary.QUIET)
                : super.findResource(name);
    }
}
