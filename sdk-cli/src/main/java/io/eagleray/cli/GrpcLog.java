package io.eagleray.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What gRPC logs while it tries again; people are told once, when it has given up. */
final class GrpcLog {
    private static final Logger LOGGER = Logger.getLogger("io.grpc"); // one that nobody holds forgets its level

    private GrpcLog() {}

    static void hush() {
        LOGGER.setLevel(Level.OFF);
    }
}
