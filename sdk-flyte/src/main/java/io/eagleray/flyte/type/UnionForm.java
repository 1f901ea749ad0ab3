package io.eagleray.flyte.type;

import flyteidl.core.Literals.Literal;
import flyteidl.core.Literals.Scalar;
import flyteidl.core.Literals.Union;
import flyteidl.core.Types.LiteralType;
import flyteidl.core.Types.UnionType;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sealed types whose records are told apart by their fields: Python's unions of data classes. */
final class UnionForm extends Form {
    static final String TAG = "Typed Union";

    private final Leaves leaves;

    UnionForm(Leaves leaves) {
        this.leaves = leaves;
    }

    static Literal union(LiteralType type, Literal value) {
        return scalar(
                Scalar.newBuilder().setUnion(Union.newBuilder().setType(type).setValue(value)));
    }

    @Override
    LiteralType type() {
        UnionType.Builder union = UnionType.newBuilder();
        leaves.forms().values().forEach(form -> union.addVariants(form.variant()));
        return LiteralType.newBuilder().setUnionType(union).build();
    }

    @Override
    String tag() {
        return TAG;
    }

    @Override
    Map<String, Object> schema(Map<String, Object> definitions) {
        List<Map<String, Object>> schemas = leaves.forms().values().stream()
                .map(form -> form.schema(definitions))
                .toList();
        return Map.of("anyOf", schemas);
    }

    @Override
    Literal write(Object json) {
        Leaves.Chosen leaf = leaves.of(json);
        return union(leaf.form().variant(), leaf.form().write(leaf.value()));
    }

    /** Which type the literal says it has is not asked: its title in Python need not be the name here. */
    @Override
    Object read(Literal literal) {
        boolean isUnion = literal.getScalar().hasUnion();
        Literal value = isUnion ? literal.getScalar().getUnion().getValue() : literal;
        if (isPacked(value)) {
            Object packed = Packed.read(value.getScalar().getBinary().getValue().toByteArray());
            return unpack(Objects.requireNonNullElse(packed, "null"));
        } else if (value.getScalar().hasGeneric()) {
            return unpack(Structs.tree(value.getScalar().getGeneric()));
        }
        throw Unfit.expected("one of " + leaves.forms().keySet(), kind(value));
    }

    @Override
    Object pack(Object json) {
        Leaves.Chosen leaf = leaves.of(json);
        return leaf.form().pack(leaf.value());
    }

    @Override
    Object unpack(Object packed) {
        Leaves.Chosen leaf = leaves.fitting(packed);
        return Map.of(leaf.name(), leaf.form().unpack(packed));
    }
}
