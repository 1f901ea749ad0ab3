package io.eagleray.wire;

import com.fasterxml.jackson.core.JsonToken;
import io.eagleray.call.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A record: its components by name, so that versions of a record can meet. What only the writer has is skipped; what
 * only the reader has is an empty Optional or null, and an error for a primitive.
 */
final class RecordCodec extends Codec {
    private static final Layout LAYOUT = Layout.of(Kind.RECORD);

    private static final int LONGEST_LIST = 200;

    private final RecordAccess access;
    private final Map<String, Integer> places = new HashMap<>();
    private String[] names = {};
    private Codec[] codecs = {};
    private byte[] definition = {};

    RecordCodec(ValueType type) {
        this(type, new ReflectedRecord(type.raw()));
    }

    RecordCodec(ValueType type, RecordAccess access) {
        super(type);
        this.access = access;
    }

    /** Its components; they come after it, since a record may contain itself. */
    void complete(List<String> componentNames, List<Codec> components) {
        names = componentNames.toArray(String[]::new);
        codecs = components.toArray(Codec[]::new);
        List<Shape.Part> parts = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            places.put(names[i], i);
            parts.add(new Shape.Part(names[i], codecs[i].layout()));
        }
        definition = Shape.define(parts);
    }

    @Override
    Layout layout() {
        return LAYOUT;
    }

    byte[] definition() {
        return definition;
    }

    int size() {
        return names.length;
    }

    /** The place of a component, or -1. */
    int place(String name) {
        return places.getOrDefault(name, -1);
    }

    Layout layoutAt(int place) {
        return codecs[place].layout();
    }

    @Override
    void write(ByteWriter out, Object value) {
        out.enter();
        out.shape(this);
        @Nullable Object[] values = values(value);
        out.bits(values);
        for (int i = 0; i < values.length; i++) {
            Object component = values[i];
            if (component != null) {
                try {
                    codecs[i].write(out, component);
                } catch (Mismatch mismatch) {
                    throw mismatch.component(names[i]);
                }
            }
        }
        out.exit();
    }

    private @Nullable Object[] values(Object value) {
        if (value.getClass() != type().raw()) {
            throw misfit(value);
        }
        @Nullable Object[] values = new @Nullable Object[names.length];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = access.take(value, i);
            } catch (Mismatch mismatch) {
                throw mismatch.component(names[i]);
            }
        }
        return values;
    }

    @Override
    Object read(ByteReader in) {
        in.enter();
        Shape shape = in.shape();
        int[] targets = shape.targets(this);
        @Nullable Object[] values = new @Nullable Object[names.length];
        if (targets == Shape.SAME) {
            readAll(in, values);
        } else {
            readKnown(in, shape.parts(), targets, values);
        }
        in.exit();
        return make(values, "");
    }

    private void readAll(ByteReader in, @Nullable Object[] values) {
        int bits = in.bits(values.length);
        for (int i = 0; i < values.length; i++) {
            if (in.bit(bits, i)) {
                readNull(i);
            } else {
                values[i] = read(in, i);
            }
        }
    }

    private Object read(ByteReader in, int place) {
        try {
            return codecs[place].read(in);
        } catch (Mismatch mismatch) {
            throw mismatch.component(names[place]);
        }
    }

    private void readNull(int place) {
        if (!codecs[place].nullable()) {
            throw codecs[place].nullGiven().component(names[place]);
        }
    }

    private void readKnown(ByteReader in, List<Shape.Part> parts, int[] targets, @Nullable Object[] values) {
        int bits = in.bits(targets.length);
        boolean[] given = new boolean[names.length];
        for (int i = 0; i < targets.length; i++) {
            boolean isNull = in.bit(bits, i);
            int place = targets[i];
            if (place < 0) {
                if (!isNull) {
                    Skip.value(in, parts.get(i).layout());
                }
                continue;
            }
            given[place] = true;
            if (isNull) {
                readNull(place);
            } else {
                values[place] = read(in, place);
            }
        }
        fillIn(given, values, "");
    }

    /** Gives missing components what stands for them; says which are missing where nothing can. */
    private String fillIn(boolean[] given, @Nullable Object[] values, String unknown) {
        StringJoiner missing = new StringJoiner(", ");
        for (int i = 0; i < given.length; i++) {
            if (!given[i]) {
                if (!codecs[i].nullable()) {
                    throw new Mismatch("component " + names[i] + " (" + codecs[i].type() + ") of "
                            + type().raw().getSimpleName() + " is missing" + unknown);
                }
                values[i] = codecs[i].absent();
                missing.add(names[i]);
            }
        }
        return missing.length() == 0 ? "" : "; not given: " + missing;
    }

    private Object make(@Nullable Object[] values, String missing) {
        try {
            return access.make(values);
        } catch (VirtualMachineError error) {
            throw error;
        } catch (Throwable thrown) {
            throw new Mismatch(
                    "the constructor of " + type().raw().getSimpleName() + " refused its components: "
                            + Throwables.describe(thrown) + missing,
                    thrown);
        }
    }

    @Override
    void write(JsonWriter out, Object value) {
        out.enter();
        @Nullable Object[] values = values(value);
        out.startObject();
        for (int i = 0; i < values.length; i++) {
            out.field(names[i]);
            try {
                codecs[i].writeNullable(out, values[i]);
            } catch (Mismatch mismatch) {
                throw mismatch.component(names[i]);
            }
        }
        out.endObject();
        out.exit();
    }

    @Override
    Object read(JsonReader in) {
        if (!in.at(JsonToken.START_OBJECT)) {
            throw in.expected(
                    "an object for " + Names.expected(type()) + " with the components " + String.join(", ", names));
        }
        in.enter();
        @Nullable Object[] values = new @Nullable Object[names.length];
        boolean[] given = new boolean[names.length];
        StringJoiner unknown = new StringJoiner(", ");
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            in.next();
            Integer place = places.get(name);
            if (place != null) {
                readComponent(in, place, given, values);
                continue;
            }
            if (unknown.length() < LONGEST_LIST) {
                unknown.add(Quoted.of(name));
            }
            in.skip();
        }
        in.exit();
        String others = unknown.length() == 0 ? "" : "; not known: " + unknown;
        if (in.strict() && unknown.length() > 0) {
            throw new Mismatch("expected the components " + String.join(", ", names) + others);
        }
        return make(values, fillIn(given, values, others) + others);
    }

    private void readComponent(JsonReader in, int place, boolean[] given, @Nullable Object[] values) {
        try {
            if (given[place]) {
                throw new Mismatch("expected the component once, given it again");
            }
            given[place] = true;
            values[place] = codecs[place].readNullable(in);
        } catch (Mismatch mismatch) {
            throw mismatch.component(names[place]);
        }
    }
}
