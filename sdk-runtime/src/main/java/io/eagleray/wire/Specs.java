package io.eagleray.wire;

import com.fasterxml.jackson.core.JsonToken;
import io.eagleray.call.ValueType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ValueException;
import io.eagleray.spec.ClassSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The specs that the annotation processor wrote: {@code META-INF/eagleray/<binary class name>.json}. */
public final class Specs {
    private static final String FOLDER = "META-INF/eagleray/";
    private static final ValueType TYPE = ValueType.of(ClassSpec.class);

    private Specs() {}

    /**
     * Loads the specs of a class.
     *
     * @param loader the class loader of the application
     * @param className the binary name of the annotated class
     * @return its specs
     * @throws ConfigurationException when there is no such file, for the annotation processor did not run; or when it
     *     cannot be read
     */
    public static ClassSpec load(ClassLoader loader, String className) {
        String path = FOLDER + className + ".json";
        URL resource = loader.getResource(path);
        if (resource == null) {
            throw new ConfigurationException(
                    "there is no " + path + " on the class path: Eagleray's annotation processor did "
                            + "not run when " + className
                            + " was compiled. JDK 23 and later ignore processors that are only on the "
                            + "class path: add io.eagleray:sdk-processor to annotationProcessorPaths (Maven) or annotationProcessor "
                            + "(Gradle), and recompile");
        }
        return read(resource.toString(), text(resource));
    }

    private static String text(URL resource) {
        try {
            URLConnection connection = resource.openConnection();
            connection.setUseCaches(false); // a cached jar would stay open
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException exception) {
            throw new ConfigurationException("cannot read " + resource + ": " + exception, exception);
        }
    }

    /**
     * Reads the specs of a class.
     *
     * @param json what {@link #write} gave
     * @return the specs
     * @throws ConfigurationException when the JSON is broken, or a newer Eagleray wrote it
     */
    public static ClassSpec read(String json) {
        return read("the specs", json);
    }

    private static ClassSpec read(String source, String json) {
        try {
            checkVersion(source, json);
            return (ClassSpec) Objects.requireNonNull(Json.read(json, TYPE));
        } catch (ValueException exception) {
            throw new ConfigurationException(
                    source + " cannot be read (" + exception.getMessage()
                            + "): recompile the class, or mend its packaging",
                    exception);
        }
    }

    /** Looks at nothing but the version, for a newer layout may not fit in any other way. */
    private static void checkVersion(String source, String json) {
        int version = Guard.read("$", Limits.inForce(), () -> version(json));
        if (version > ClassSpec.SCHEMA_VERSION) {
            throw new ConfigurationException(source + " has layout " + version
                    + ", written by a newer Eagleray; this one reads " + ClassSpec.SCHEMA_VERSION
                    + ": run the Eagleray that the class was compiled with, or recompile it");
        }
    }

    private static int version(String json) {
        JsonReader in = new JsonReader(json, Limits.inForce(), false);
        if (!in.at(JsonToken.START_OBJECT)) {
            throw in.expected("an object");
        }
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            in.next();
            if (name.equals("schemaVersion")) {
                return (int) in.integer(ValueType.of(int.class), 1, Integer.MAX_VALUE);
            }
            in.skip();
        }
        throw new Mismatch("component schemaVersion is missing");
    }

    /**
     * Writes the specs of a class as canonical JSON, in one line.
     *
     * @param spec the specs
     * @return the JSON
     */
    public static String write(ClassSpec spec) {
        return Json.write(spec, TYPE);
    }
}
