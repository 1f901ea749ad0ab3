package io.eagleray.flyte.server;

import java.io.IOException;

/** Where a backend keeps code, arguments and results. */
public interface ObjectStorage {
    /** Where pods find an object. */
    String uri(String name);

    /** Puts an object there, in the place of one that has the name. */
    void store(String name, byte[] content) throws IOException;

    /** What is stored. */
    byte[] read(String name) throws IOException;

    /** Whether an object has the name. */
    boolean has(String name) throws IOException;
}
