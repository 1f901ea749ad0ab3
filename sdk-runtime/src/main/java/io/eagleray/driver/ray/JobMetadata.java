package io.eagleray.driver.ray;

import java.util.Map;

/**
 * What Ray keeps with the job that this JVM connects as. From there it knows to which submission its driver belongs; its
 * drivers in Python say the same. Its Java library has no way to say it, and is brought here by the loader of its classes.
 */
public final class JobMetadata {
    private static volatile Map<String, String> metadata = Map.of();

    private JobMetadata() {}

    static void set(Map<String, String> values) {
        metadata = values;
    }

    /**
     * Encodes the description of a job, with the metadata.
     *
     * @param config the description, a message of Ray's: only its API is compiled against
     * @return the encoded message
     */
    public static byte[] toByteArray(Object config) {
        try {
            Object builder = config.getClass().getMethod("toBuilder").invoke(config);
            builder.getClass().getMethod("putAllMetadata", Map.class).invoke(builder, metadata);
            Object whole = builder.getClass().getMethod("build").invoke(builder);
            return (byte[]) whole.getClass().getMethod("toByteArray").invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Ray's description of a job is not what it was: " + e, e);
        }
    }
}
