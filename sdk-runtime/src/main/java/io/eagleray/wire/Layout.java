package io.eagleray.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kind of a value with the kinds of its elements. Records end it: what they consist of stands in the message once
 * for each class.
 *
 * @param kind the kind
 * @param arguments the layouts of elements, or of keys and values
 */
record Layout(Kind kind, List<Layout> arguments) {
    private static final int DEEPEST = 64;

    /** One for each kind without arguments: every number that crosses names one. */
    private static final Map<Kind, Layout> SIMPLE = Stream.of(Kind.values())
            .filter(kind -> kind.arity() == 0)
            .collect(Collectors.toUnmodifiableMap(kind -> kind, kind -> new Layout(kind, List.of())));

    static Layout of(Kind kind, Layout... arguments) {
        return arguments.length == 0 ? Objects.requireNonNull(SIMPLE.get(kind)) : new Layout(kind, List.of(arguments));
    }

    void write(ByteWriter out) {
        out.raw(kind.code());
        for (Layout argument : arguments) {
            argument.write(out);
        }
    }

    static Layout read(ByteReader in) {
        return read(in, 0);
    }

    private static Layout read(ByteReader in, int depth) {
        if (depth > DEEPEST) {
            throw in.damaged("a type is nested deeper than " + DEEPEST + " levels");
        }
        Kind kind = Kind.at(in.raw());
        if (kind.arity() == 0) {
            return of(kind);
        }
        List<Layout> arguments = new ArrayList<>(kind.arity());
        for (int i = 0; i < kind.arity(); i++) {
            arguments.add(read(in, depth + 1));
        }
        return new Layout(kind, arguments);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case SEQUENCE, OPTIONAL -> kind + " of " + arguments.get(0);
            case MAP -> kind + " of " + arguments.get(0) + " to " + arguments.get(1);
            default -> kind.toString();
        };
    }
}
