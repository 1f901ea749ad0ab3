package io.eagleray.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message says a record consists of, and how that meets the record that is here. */
final class Shape {
    /** The message's components are those of the record here. */
    static final int[] SAME = {};

    private final byte[] definition;
    private final Limits limits;
    private @Nullable List<Part> parts;
    private @Nullable RecordCodec reader;
    private int[] targets = SAME;

    Shape(byte[] bytes, int from, int length, Limits limits) {
        this.definition = Arrays.copyOfRange(bytes, from, from + length);
        this.limits = limits;
    }

    /** A component as the message has it. */
    record Part(String name, Layout layout) {}

    List<Part> parts() {
        if (parts == null) {
            parts = parse(new ByteReader(definition, limits));
        }
        return parts;
    }

    private static List<Part> parse(ByteReader in) {
        int count = in.length(1);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new Part(in.text(), Layout.read(in)));
        }
        in.end();
        return parts;
    }

    static byte[] define(List<Part> parts) {
        ByteWriter out = new ByteWriter(new Limits(Integer.MAX_VALUE, 1, 1));
        out.varint(parts.size());
        for (Part part : parts) {
            out.text(part.name());
            part.layout().write(out);
        }
        return out.toByteArray();
    }

    /** For each component of the message its place in the record here, or -1; {@link #SAME} when they are the same. */
    int[] targets(RecordCodec codec) {
        if (reader != codec) {
            targets = Arrays.equals(definition, codec.definition()) ? SAME : match(codec);
            reader = codec;
        }
        return targets;
    }

    private int[] match(RecordCodec codec) {
        List<Part> given = parts();
        int[] places = new int[given.size()];
        boolean[] taken = new boolean[codec.size()];
        for (int i = 0; i < places.length; i++) {
            Part part = given.get(i);
            places[i] = codec.place(part.name());
            if (places[i] >= 0) {
                check(codec, part, taken, places[i]);
            }
        }
        return places;
    }

    private static void check(RecordCodec codec, Part part, boolean[] taken, int place) {
        Layout expected = codec.layoutAt(place);
        if (taken[place]) {
            throw new Mismatch("the bytes are damaged (component " + part.name() + " is there twice)");
        }
        if (!expected.equals(part.layout())) {
            throw new Mismatch("component " + part.name() + " of " + codec.type() + " is "
                    + Names.article(expected.toString()) + " here and "
                    + Names.article(part.layout().toString())
                    + " where it was written: run the same version of the class on both sides");
        }
        taken[place] = true;
    }
}
