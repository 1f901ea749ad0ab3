package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A class of values that are text in JSON, such as dates and URIs. */
final class TextCodec<T> extends KeyCodec {
    private final Class<T> of;
    private final Layout layout;
    private final BiConsumer<ByteWriter, T> writer;
    private final Function<ByteReader, T> reader;
    private final Function<T, String> text;
    private final Parser<T> parser;
    private final String wanted;

    /** Parses what {@code text} gave; throws whatever it likes at anything else. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(String text) throws Exception;
    }

    TextCodec(
            Class<T> of,
            Kind kind,
            BiConsumer<ByteWriter, T> writer,
            Function<ByteReader, T> reader,
            Function<T, String> text,
            Parser<T> parser,
            String example) {
        super(ValueType.of(of));
        this.of = of;
        this.layout = Layout.of(kind);
        this.writer = writer;
        this.reader = reader;
        this.text = text;
        this.parser = parser;
        this.wanted = Names.expected(type()) + (example.isEmpty() ? "" : " such as \"" + example + "\"");
    }

    @Override
    Layout layout() {
        return layout;
    }

    @Override
    void write(ByteWriter out, Object value) {
        writer.accept(out, cast(value));
    }

    @Override
    Object read(ByteReader in) {
        try {
            return reader.apply(in);
        } catch (RuntimeException exception) {
            if (exception instanceof Mismatch) {
                throw exception;
            }
            throw in.damaged("no valid " + layout + ": " + exception.getMessage());
        }
    }

    @Override
    void write(JsonWriter out, Object value) {
        out.text(text(value));
    }

    @Override
    Object read(JsonReader in) {
        return parse(in.text(wanted));
    }

    @Override
    String text(Object value) {
        return text.apply(cast(value));
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // parsers fail as they like
    Object parse(String given) {
        try {
            return parser.parse(given);
        } catch (Exception exception) {
            throw new Mismatch("expected " + wanted + ", given " + Quoted.of(given), exception);
        }
    }

    private T cast(Object value) {
        if (!of.isInstance(value)) {
            throw misfit(value);
        }
        return of.cast(value);
    }
}
