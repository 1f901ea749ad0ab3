package io.eagleray.driver.cluster;

import io.eagleray.bundle.Sha256;
import io.eagleray.client.BackendException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An outcome envelope in a file: a line that says how long it is and its SHA-256, and the bytes. It is whole when it is
 * there.
 */
public final class OutcomeFile {
    static final String NAME = "outcome";

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final Pattern HEADER = Pattern.compile("eagleray outcome (\\d{1,10}) ([0-9a-f]{64})\n");

    private OutcomeFile() {}

    /**
     * How many bytes the first line has at most.
     *
     * @return the number
     */
    public static int longestHeader() {
        return "eagleray outcome ".length() + 10 + 1 + 64 + 1;
    }

    /**
     * The place of a job's outcome.
     *
     * @param id the execution's id
     * @return the path, below the folder of Ray's logs
     */
    public static String path(String id) {
        return DriverFolder.of(id) + "/" + NAME;
    }

    static void write(Path logs, String id, byte[] envelope) throws IOException {
        Path file = logs.resolve(path(id));
        Path draft = file.resolveSibling(NAME + ".part");
        try (OutputStream out = Files.newOutputStream(draft)) {
            out.write(header(envelope));
            out.write(envelope);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The first line. */
    static byte[] header(byte[] envelope) {
        return ("eagleray outcome " + envelope.length + " " + Sha256.of(envelope) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads an outcome. Nothing is held of it twice.
     *
     * @param in the file's content
     * @param limit how many bytes the envelope may have
     * @return the envelope
     * @throws BackendException when it is larger, or is not what was written
     * @throws IOException when it cannot be read
     */
    public static byte[] read(InputStream in, long limit) throws IOException {
        String line = line(in);
        Matcher header = HEADER.matcher(line);
        if (!header.matches()) {
            throw new BackendException("what came back is no outcome, but begins with \""
                    + line.strip().replaceAll("[^ -~]", "?") + "\": is there a proxy in between?");
        }
        long length = Long.parseLong(header.group(1));
        if (length > Math.min(limit, LARGEST_ARRAY)) {
            throw new BackendException("the outcome has " + length + " bytes, more than the limit of " + limit
                    + ": raise EAGLERAY_MAX_VALUE_BYTES, or return less");
        }
        byte[] envelope = new byte[(int) length]; // which collects no pieces, as the shorter way to read so many does
        int read = in.readNBytes(envelope, 0, envelope.length);
        if (read != length || in.read() >= 0 || !Sha256.of(envelope).equals(header.group(2))) {
            throw new BackendException("the outcome did not come back whole: " + read + " of " + length
                    + " bytes, or others than were written");
        }
        return envelope;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && line.length() < longestHeader(); c = in.read()) {
            line.append((char) c);
            if (c == '\n') {
                break;
            }
        }
        return line.toString();
    }
}
