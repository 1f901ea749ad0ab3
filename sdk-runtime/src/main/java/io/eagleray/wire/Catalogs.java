package io.eagleray.wire;

import io.eagleray.call.Catalog;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.RemoteError;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Loads generated catalogs by name, and nothing else. */
final class Catalogs {
    private static final String SUFFIX = "_Catalog";
    private static final Pattern IDENTIFIERS =
            Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
                    + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");

    private Catalogs() {}

    static Catalog load(String name, ClassLoader loader) {
        if (!name.endsWith(SUFFIX) || !IDENTIFIERS.matcher(name).matches()) {
            throw new ConfigurationException(Quoted.of(name)
                    + " is no name of a generated catalog: it would be a class name that ends in " + SUFFIX);
        }
        try {
            Class<?> type = Class.forName(name, false, loader);
            checkSubclass(type);
            return instance(type);
        } catch (ClassNotFoundException exception) {
            throw failed(
                    name,
                    "is not here: is the application's code on the class path of this process (" + loader
                            + ")? If it is, it was compiled without Eagleray's annotation processor: configure it and recompile",
                    exception);
        } catch (NoSuchFieldException exception) {
            throw stale(name, "has no public static field INSTANCE", exception);
        } catch (IllegalAccessException exception) {
            throw failed(
                    name,
                    "is closed to Eagleray (" + exception.getMessage() + "): export its package in module-info.java",
                    exception);
        } catch (LinkageError error) {
            throw unlinked(name, error);
        }
    }

    private static void checkSubclass(Class<?> type) {
        if (Catalog.class.isAssignableFrom(type)) {
            return;
        }
        Class<?> parent = type.getSuperclass();
        if (parent != null && parent.getName().equals(Catalog.class.getName())) {
            throw failed(
                    type.getName(),
                    "extends the Catalog of another copy of Eagleray, loaded by " + parent.getClassLoader()
                            + ", not by " + Catalog.class.getClassLoader() + ": keep one sdk-runtime on the class path",
                    null);
        }
        throw failed(type.getName(), "is no generated catalog: it does not extend " + Catalog.class.getName(), null);
    }

    private static Catalog instance(Class<?> type) throws NoSuchFieldException, IllegalAccessException {
        Field field = type.getField("INSTANCE");
        if (!Modifier.isStatic(field.getModifiers()) || !(field.get(null) instanceof Catalog catalog)) {
            throw stale(type.getName(), "has no catalog in its field INSTANCE", null);
        }
        return catalog;
    }

    /** Mostly a class that it mentions is at fault, not the catalog itself. */
    private static ConfigurationException unlinked(String name, LinkageError error) {
        RemoteError described = Errors.of(error);
        String explained = Remedies.in(described).message().orElse("");
        if (described.message().filter(explained::equals).isPresent() || explained.isEmpty()) {
            return stale(name, "cannot be initialized (" + describe(error) + ")", error);
        }
        return explained.startsWith(name + " ")
                ? failed(name, explained.substring(name.length() + 1), error)
                : failed(name, "cannot be initialized: " + explained, error);
    }

    private static String describe(LinkageError error) {
        return Throwables.describe(error.getCause() == null ? error : error.getCause());
    }

    private static ConfigurationException stale(String name, String what, @Nullable Throwable cause) {
        return failed(
                name,
                what + ": is it stale? Recompile the application, and run the same version of Eagleray on both "
                        + "sides",
                cause);
    }

    private static ConfigurationException failed(String name, String what, @Nullable Throwable cause) {
        return new ConfigurationException("catalog " + name + " " + what, cause);
    }
}
