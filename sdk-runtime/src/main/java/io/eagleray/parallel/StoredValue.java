package io.eagleray.parallel;

/** An encoded value in the object store of a port. */
public interface StoredValue {

    /**
     * Fetches the value.
     *
     * @return the encoded value
     */
    byte[] get();
}
