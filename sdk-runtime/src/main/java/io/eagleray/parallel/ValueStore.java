package io.eagleray.parallel;

import java.util.List;
import java.util.Optional;

/** Encoded values that a place keeps under names, also after the execution that put them. */
public interface ValueStore {

    /**
     * A value that is kept.
     *
     * @param type what it was put as
     * @param value where it is
     */
    record Kept(String type, StoredValue value) {}

    /**
     * Keeps a value. Another one of that name goes.
     *
     * @param name the name
     * @param type what it is: records that have nothing in common could be read as each other
     * @param value the encoded value
     */
    void put(String name, String type, byte[] value);

    /**
     * Looks for a value.
     *
     * @param name its name
     * @return the value, if there is one of that name
     */
    Optional<Kept> find(String name);

    /**
     * Keeps a value no longer.
     *
     * @param name its name
     * @return whether there was one
     */
    boolean remove(String name);

    /**
     * What is kept.
     *
     * @return the names, in their order
     */
    List<String> names();
}
