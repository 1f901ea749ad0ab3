package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import java.util.function.Supplier;

/** Ends the writing of what will not fit, and tells failures to write from failures to read. */
final class LimitedStream extends FilterOutputStream {
    private final long limit;
    private final Supplier<ConfigurationException> oversized;
    private final Function<IOException, ConfigurationException> unwritable;
    private long written;

    LimitedStream(
            OutputStream out,
            long limit,
            Supplier<ConfigurationException> oversized,
            Function<IOException, ConfigurationException> unwritable) {
        super(out);
        this.limit = limit;
        this.oversized = oversized;
        this.unwritable = unwritable;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        written += length;
        if (written > limit) {
            throw oversized.get();
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw unwritable.apply(e);
        }
    }
}
