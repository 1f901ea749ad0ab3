package io.eagleray.wire;

import io.eagleray.call.ValueType;
import io.eagleray.client.RemoteError;
import java.util.Objects;

/** The bytes of envelopes: a version, what it is, and that. */
final class Envelopes {
    /** An error always arrives, however tight the limits for values are; {@link Errors} bounds it. */
    private static final Limits LIMITS = new Limits(Integer.MAX_VALUE, 500, Integer.MAX_VALUE);

    private static final ValueType ERROR_TYPE = ValueType.of(RemoteError.class);
    private static final String ROOT = "envelope";
    private static final int FORMAT = 1;
    private static final int OK = 0;
    private static final int ERROR = 1;
    private static final int CANCELLED = 2;

    private Envelopes() {}

    static byte[] encode(Envelope envelope) {
        return Guard.write(ROOT, LIMITS, () -> {
            ByteWriter out = new ByteWriter(LIMITS);
            out.raw(FORMAT);
            if (envelope instanceof Envelope.Ok ok) {
                out.raw(OK);
                out.append(ok.value(), ok.value().length);
            } else if (envelope instanceof Envelope.Error error) {
                out.raw(ERROR);
                Codecs.of(ERROR_TYPE).write(out, error.error());
            } else if (envelope instanceof Envelope.Cancelled cancelled) {
                out.raw(CANCELLED);
                out.text(cancelled.reason());
            }
            return out.toByteArray();
        });
    }

    static Envelope decode(byte[] bytes) {
        return Guard.read(ROOT, LIMITS, () -> {
            ByteReader in = new ByteReader(bytes, LIMITS);
            int format = in.raw();
            if (format != FORMAT) {
                throw in.damaged("they begin with " + format + "; this Eagleray reads form " + FORMAT);
            }
            Envelope envelope = content(in);
            in.end();
            return envelope;
        });
    }

    private static Envelope content(ByteReader in) {
        int what = in.raw();
        return switch (what) {
            case OK -> new Envelope.Ok(in.rest());
            case ERROR ->
                new Envelope.Error((RemoteError)
                        Objects.requireNonNull(Codecs.of(ERROR_TYPE).read(in)));
            case CANCELLED -> new Envelope.Cancelled(in.text());
            default -> throw in.damaged("there is no envelope of sort " + what);
        };
    }
}
