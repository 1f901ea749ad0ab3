package io.eagleray.wire;

import io.eagleray.call.Catalog;
import io.eagleray.client.ConfigurationException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Loads generated catalogs by name, and nothing else. */
final class Catalogs {
    private static final String SUFFIX = "_Catalog";
    private static final Pattern IDENTIFIERS =
            Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
                    + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");
    private static final Pattern CLASS_FILE_VERSION = Pattern.compile("class file version (\\d+)");

    /** What a class file's version is more than that of the Java it was compiled for. */
    private static final int VERSION_OFFSET = 44;

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
        } catch (UnsupportedClassVersionError error) {
            throw failed(name, versions(error), error);
        } catch (NoSuchFieldException exception) {
            throw stale(name, "has no public static field INSTANCE", exception);
        } catch (IllegalAccessException exception) {
            throw failed(
                    name,
                    "is closed to Eagleray (" + exception.getMessage() + "): export its package in module-info.java",
                    exception);
        } catch (LinkageError error) {
            throw stale(name, "cannot be initialized (" + describe(error) + ")", error);
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

    private static String versions(UnsupportedClassVersionError error) {
        Matcher matcher = CLASS_FILE_VERSION.matcher(String.valueOf(error.getMessage()));
        String compiled =
                matcher.find() ? "Java " + (Integer.parseInt(matcher.group(1)) - VERSION_OFFSET) : "a newer Java";
        return "was compiled for " + compiled + ", and this process runs Java "
                + Runtime.version().feature() + " ("
                + System.getProperty("java.home") + "): run it on " + compiled + " or newer, or compile with --release "
                + Runtime.version().feature();
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
