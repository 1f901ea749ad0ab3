package io.eagleray.flyte.type;

import flyteidl.core.Literals.Literal;
import flyteidl.core.Literals.LiteralCollection;
import flyteidl.core.Types.LiteralType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists, sets and arrays. */
final class ListForm extends Form {
    private final Form element;
    private final boolean isSet;

    ListForm(Form element, boolean isSet) {
        this.element = element;
        this.isSet = isSet;
    }

    @Override
    LiteralType type() {
        return LiteralType.newBuilder().setCollectionType(element.type()).build();
    }

    @Override
    String tag() {
        return "Typed List";
    }

    @Override
    Map<String, Object> schema(Map<String, Object> definitions) {
        return isSet
                ? Map.of("type", "array", "uniqueItems", true, "items", element.schema(definitions))
                : Map.of("type", "array", "items", element.schema(definitions));
    }

    @Override
    Literal write(Object json) {
        return Literal.newBuilder()
                .setCollection(LiteralCollection.newBuilder().addAllLiterals(each(elements(json), element::literal)))
                .build();
    }

    @Override
    Object read(Literal literal) {
        if (!literal.hasCollection()) {
            throw Unfit.expected("a collection", kind(literal));
        }
        return each(literal.getCollection().getLiteralsList(), element::json);
    }

    @Override
    Object pack(Object json) {
        return each(elements(json), element::packNullable);
    }

    @Override
    Object unpack(Object packed) {
        return each(elements(packed), element::unpackNullable);
    }

    private static List<?> elements(Object tree) {
        if (!(tree instanceof List<?> list)) {
            throw Unfit.expected("a list", tree);
        }
        return list;
    }

    private static <A extends @Nullable Object, B extends @Nullable Object> List<B> each(
            List<A> from, Function<A, B> step) {
        List<B> to = new ArrayList<>(from.size());
        for (int i = 0; i < from.size(); i++) {
            try {
                to.add(step.apply(from.get(i)));
            } catch (Unfit unfit) {
                throw unfit.element(i);
            }
        }
        return to;
    }
}
