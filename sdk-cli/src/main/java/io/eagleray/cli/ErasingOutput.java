package io.eagleray.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output that takes the progress line away first: both may be shown by one terminal. */
final class ErasingOutput extends FilterOutputStream {
    private final Commentary says;

    ErasingOutput(OutputStream out, Commentary says) {
        super(out);
        this.says = says;
    }

    @Override
    public void write(int b) throws IOException {
        says.erase();
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        says.erase();
        out.write(bytes, offset, length);
    }
}
