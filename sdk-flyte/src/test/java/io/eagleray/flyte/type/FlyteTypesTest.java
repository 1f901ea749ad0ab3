package io.eagleray.flyte.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyteidl.core.Interface.TypedInterface;
import flyteidl.core.Types.LiteralType;
import flyteidl.core.Types.SimpleType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.Signature;
import io.eagleray.spec.TypeDefinition;
import io.eagleray.spec.TypeSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlyteTypesTest {

    private static TypedInterface typed(Class<?> owner, String method) {
        return FlyteInterface.of(Crossing.task(owner, method).signature()).typed();
    }

    private static LiteralType type(String method) {
        TypedInterface typed = typed(Crossings.class, method);
        LiteralType output =
                typed.getOutputs().getVariablesOrThrow(FlyteInterface.OUTPUT).getType();
        assertThat(typed.getInputs().getVariablesOrThrow("value").getType()).isEqualTo(output);
        return output;
    }

    @ParameterizedTest
    @CsvSource({
        "integer, INTEGER",
        "floating, FLOAT",
        "truth, BOOLEAN",
        "text, STRING",
        "time, DATETIME",
        "date, DATETIME",
        "duration, DURATION",
        "uuid, STRING",
        "decimal, STRING",
        "numbered, STRUCT",
        "colored, STRUCT",
        "point, STRUCT",
        "size, STRUCT"
    })
    void simpleTypes(String method, SimpleType simple) {
        assertThat(type(method).getSimple()).isEqualTo(simple);
    }

    @Test
    void collectionsMapsEnumsAndBytes() {
        assertThat(type("matrix").getCollectionType().getCollectionType().getSimple())
                .isEqualTo(SimpleType.FLOAT);
        assertThat(type("map").getMapValueType().getCollectionType().getSimple())
                .isEqualTo(SimpleType.STRUCT);
        assertThat(type("color").getEnumType().getValuesList()).containsExactly("RED", "GREEN");
        assertThat(typed(Unpythonic.class, "bytes")
                        .getInputs()
                        .getVariablesOrThrow("value")
                        .getType()
                        .getSimple())
                .isEqualTo(SimpleType.BINARY);
    }

    @Test
    void unions() {
        assertThat(variants(type("optional"))).containsExactly("int INTEGER", "none NONE");
        assertThat(variants(type("optionalShape")))
                .containsExactly(
                        "Object-Dataclass-Transformer STRUCT Box",
                        "Object-Dataclass-Transformer STRUCT Circle",
                        "none NONE");
    }

    private static List<String> variants(LiteralType type) {
        return type.getUnionType().getVariantsList().stream()
                .map(variant -> variant.getStructure().getTag() + " "
                        + (variant.hasEnumType() ? "enum" : variant.getSimple().name())
                        + (variant.hasMetadata()
                                ? " "
                                        + variant.getMetadata()
                                                .getFieldsOrThrow("title")
                                                .getStringValue()
                                : ""))
                .collect(Collectors.toList());
    }

    @Test
    void nothingHasNoOutput() {
        TypedInterface typed = typed(Unpythonic.class, "nothing");
        assertThat(typed.getOutputs().getVariablesMap()).isEmpty();
        assertThat(typed.getInputs().getVariablesMap()).containsOnlyKeys("n", "text");
        FlyteInterface nothing =
                FlyteInterface.of(Crossing.task(Unpythonic.class, "nothing").signature());
        assertThat(nothing.outputs("null").getLiteralsMap()).isEmpty();
        assertThat(nothing.outputs(nothing.outputs("null"))).isEqualTo("null");
    }

    @Test
    void refusesAllThatFlyteCannotHaveInOneError() {
        assertThatThrownBy(() -> typed(Unpythonic.class, "twice"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "Flyte cannot have these types: parameter value: an Optional of an Optional is one")
                .hasMessageContaining("; parameter map: an Optional of an Optional")
                .hasMessageContaining("; result: an Optional of an Optional")
                .hasMessageContaining("use a sealed interface");
    }

    /** What the processor lets through is known here; specs of other makers may hold anything. */
    @Test
    void refusesTypesThatAreNotInTheSpec() {
        TypeSpec unknown = TypeSpec.of("com.example.Unknown");
        TypeDefinition holder = new TypeDefinition(
                TypeDefinition.Kind.RECORD,
                List.of(),
                List.of(new Signature.Input("inner", new TypeSpec("java.util.List", List.of(unknown)))),
                List.of(),
                List.of());
        TypeSpec keys = new TypeSpec("java.util.Map", List.of(TypeSpec.of("Holder"), TypeSpec.of("int")));
        Signature signature = new Signature(
                List.of(new Signature.Input("a", TypeSpec.of("Holder")), new Signature.Input("b", keys)),
                TypeSpec.of("int"),
                Map.of("Holder", holder));
        assertThatThrownBy(() -> FlyteInterface.of(signature))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("parameter a.inner: com.example.Unknown is not known to Flyte: use a record")
                .hasMessageContaining("parameter b");
    }

    @Test
    void refusesTypesWithoutEnd() {
        TypeSpec longer = new TypeSpec("java.util.List", List.of(TypeSpec.of("T")));
        TypeDefinition endless = new TypeDefinition(
                TypeDefinition.Kind.RECORD,
                List.of("T"),
                List.of(new Signature.Input("more", new TypeSpec("Endless", List.of(longer)))),
                List.of(),
                List.of());
        Signature signature = new Signature(
                List.of(new Signature.Input("a", new TypeSpec("Endless", List.of(TypeSpec.of("int"))))),
                TypeSpec.of("java.lang.Void"),
                Map.of("Endless", endless));
        assertThatThrownBy(() -> FlyteInterface.of(signature)).hasMessageContaining("without end");
    }
}
