package io.eagleray.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Array;
import java.util.Base64;

/** Writes the JSON of one value. */
final class JsonWriter {
    /** The integers that every reader of JSON can hold: a double's. */
    static final long LARGEST_NUMBER = (1L << 53) - 1;

    private static final int LAST_ASCII = 0x7F;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private final JsonGenerator out;
    private int depth;

    JsonWriter(Limits limits) {
        this(limits, 0);
    }

    private JsonWriter(Limits limits, int depth) {
        this.limits = limits;
        this.depth = depth;
        try {
            this.out = FACTORY.createGenerator(new Sink());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    void enter() {
        if (++depth > limits.maxDepth()) {
            throw limits.tooDeep();
        }
    }

    void exit() {
        depth--;
    }

    /** What a codec writes, on its own. */
    String rendered(Codec codec, Object value) {
        JsonWriter writer = new JsonWriter(limits, depth);
        codec.write(writer, value);
        return writer.end();
    }

    String end() {
        run(out::close);
        return text.toString();
    }

    void startObject() {
        run(out::writeStartObject);
    }

    void endObject() {
        run(out::writeEndObject);
    }

    void startArray() {
        run(out::writeStartArray);
    }

    void endArray() {
        run(out::writeEndArray);
    }

    void field(String name) {
        run(() -> out.writeFieldName(name));
    }

    void writeNull() {
        run(out::writeNull);
    }

    void bool(boolean value) {
        run(() -> out.writeBoolean(value));
    }

    void integer(long value) {
        if (value > LARGEST_NUMBER || value < -LARGEST_NUMBER) {
            text(Long.toString(value));
        } else {
            run(() -> out.writeNumber(value));
        }
    }

    void floating(double value) {
        if (Double.isFinite(value)) {
            run(() -> out.writeNumber(value));
        } else {
            text(Double.toString(value));
        }
    }

    void floating(float value) {
        if (Float.isFinite(value)) {
            run(() -> out.writeNumber(value));
        } else {
            text(Float.toString(value));
        }
    }

    /** No UTF-8 can carry a lone surrogate, so text that has one is written with escapes. */
    void text(String value) {
        if (Quoted.hasLoneSurrogate(value)) {
            out.setHighestNonEscapedChar(LAST_ASCII);
            run(() -> out.writeString(value));
            out.setHighestNonEscapedChar(0);
        } else {
            run(() -> out.writeString(value));
        }
    }

    void raw(String json) {
        run(() -> out.writeRawValue(json));
    }

    void base64(byte[] bytes) {
        if (bytes.length / 3 * 4L > limits.maxBytes()) {
            throw limits.tooLarge(bytes.length / 3 * 4L);
        }
        text(Base64.getEncoder().encodeToString(bytes));
    }

    void array(Object array, Codec element) {
        startArray();
        for (int i = 0; i < Array.getLength(array); i++) {
            element.write(this, Array.get(array, i));
        }
        endArray();
    }

    /** What Jackson may throw: it writes to memory, so nothing that can happen. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private final class Sink extends Writer {
        @Override
        public void write(char[] chars, int from, int length) {
            if ((long) text.length() + length > limits.maxBytes()) {
                throw limits.tooLarge(0);
            }
            text.append(chars, from, length);
        }

        @Override
        public void flush() {
            // it is in memory already
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
