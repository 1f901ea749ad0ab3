package io.eagleray.wire;

import com.fasterxml.jackson.core.JsonToken;
import io.eagleray.call.ValueType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A sealed interface: its leaf's name, then the leaf. In JSON an object with that one field. */
final class SealedCodec extends Codec {
    private static final Layout LAYOUT = Layout.of(Kind.SEALED);

    private final Map<String, Codec> byName = new LinkedHashMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    SealedCodec(ValueType type) {
        super(type);
    }

    /** Its leaves by name; they come after it, since a leaf may contain it. */
    void complete(Map<String, Codec> leaves) {
        byName.putAll(leaves);
        leaves.forEach((name, leaf) -> names.put(leaf.type().raw(), name));
    }

    @Override
    Layout layout() {
        return LAYOUT;
    }

    @Override
    void write(ByteWriter out, Object value) {
        String name = name(value);
        Codec leaf = leaf(name);
        out.name(name);
        out.raw(leaf.layout().kind().code());
        try {
            leaf.write(out, value);
        } catch (Mismatch mismatch) {
            throw mismatch.component(name);
        }
    }

    @Override
    Object read(ByteReader in) {
        String name = in.name();
        Codec leaf = leaf(name);
        if (leafKind(in) != leaf.layout().kind()) {
            throw new Mismatch(
                    name + " is of another kind here than where it was written: run the same version of it on "
                            + "both sides");
        }
        try {
            return leaf.read(in);
        } catch (Mismatch mismatch) {
            throw mismatch.component(name);
        }
    }

    static Kind leafKind(ByteReader in) {
        Kind kind = Kind.at(in.raw());
        if (kind != Kind.RECORD && kind != Kind.ENUM) {
            throw in.damaged("a leaf of a sealed type is a " + kind);
        }
        return kind;
    }

    @Override
    void write(JsonWriter out, Object value) {
        String name = name(value);
        out.startObject();
        out.field(name);
        try {
            leaf(name).write(out, value);
        } catch (Mismatch mismatch) {
            throw mismatch.component(name);
        }
        out.endObject();
    }

    @Override
    Object read(JsonReader in) {
        if (!in.at(JsonToken.START_OBJECT)) {
            throw in.expected(wanted());
        }
        String name = in.nextField();
        if (name == null) {
            throw new Mismatch("expected " + wanted() + ", given an empty one");
        }
        Codec leaf = leaf(name);
        in.next();
        Object value;
        try {
            value = leaf.nonNull(leaf.readNullable(in));
        } catch (Mismatch mismatch) {
            throw mismatch.component(name);
        }
        if (in.nextField() != null) {
            throw in.expected("the end of the object, which has one field");
        }
        return value;
    }

    private String wanted() {
        return "an object with one field, of " + byName.keySet() + ", for " + Names.expected(type());
    }

    private String name(Object value) {
        Class<?> raw = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        String name = names.get(raw);
        if (name == null) {
            throw misfit(value);
        }
        return name;
    }

    private Codec leaf(String name) {
        Codec leaf = byName.get(name);
        if (leaf == null) {
            throw new Mismatch("expected one of " + byName.keySet() + " for " + Names.expected(type()) + ", given "
                    + Quoted.of(name));
        }
        return leaf;
    }
}
