package io.eagleray.flyte.type;

import flyteidl.core.Literals.Primitive;
import flyteidl.core.Types.EnumType;
import flyteidl.core.Types.LiteralType;
import flyteidl.core.Types.SimpleType;
import java.util.List;
import java.util.Map;

/** Enums: their constants' names are the values of the enum in Python. */
final class EnumForm extends PrimitiveForm {
    private final List<String> constants;

    EnumForm(List<String> constants) {
        super(SimpleType.STRING, "DefaultEnumTransformer", Map.of("enum", constants));
        this.constants = constants;
    }

    @Override
    LiteralType type() {
        return LiteralType.newBuilder()
                .setEnumType(EnumType.newBuilder().addAllValues(constants))
                .build();
    }

    @Override
    Primitive.Builder primitive(Object json) {
        return Primitive.newBuilder().setStringValue(pack(json));
    }

    @Override
    Object json(Primitive primitive) {
        if (primitive.getValueCase() != Primitive.ValueCase.STRING_VALUE) {
            throw misfit(primitive);
        }
        return unpack(primitive.getStringValue());
    }

    @Override
    String pack(Object json) {
        return known(json);
    }

    @Override
    Object unpack(Object packed) {
        return known(packed);
    }

    private String known(Object constant) {
        if (!(constant instanceof String name) || !constants.contains(name)) {
            throw Unfit.expected("one of " + constants, constant);
        }
        return name;
    }
}
