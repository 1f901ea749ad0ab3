package io.eagleray.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects generated code. What JavaPoet prints costs by the piece, twice, so the text between two types is one piece. Only
 * types have to be pieces, for it to import them.
 */
final class Code {
    private final StringBuilder format = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** Appends code as it is. */
    Code text(String code) {
        text.append(code);
        return this;
    }

    /** Appends a string literal. */
    Code string(String value) {
        return piece("$S", value);
    }

    /** Appends the name of a type. */
    Code type(TypeName type) {
        return type.isPrimitive() ? text(type.toString()) : piece("$T", type);
    }

    private Code piece(String kind, Object argument) {
        end();
        format.append(kind);
        arguments.add(argument);
        return this;
    }

    private void end() {
        if (text.length() > 0) {
            format.append("$L");
            arguments.add(text.toString());
            text.setLength(0);
        }
    }

    CodeBlock block() {
        end();
        return CodeBlock.of(format.toString(), arguments.toArray());
    }
}
