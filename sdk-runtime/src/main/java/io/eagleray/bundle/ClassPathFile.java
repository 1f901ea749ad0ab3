package io.eagleray.bundle;

import java.nio.file.Path;

/**
 * A file found on a class path.
 *
 * @param entry the directory or jar it is in
 * @param name its name as a class loader knows it
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record ClassPathFile(Path entry, String name, byte[] content) {}
