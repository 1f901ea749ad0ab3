package io.eagleray.flyte.type;

import flyteidl.core.Interface.TypedInterface;
import flyteidl.core.Interface.Variable;
import flyteidl.core.Interface.VariableMap;
import flyteidl.core.Literals.Literal;
import flyteidl.core.Literals.LiteralMap;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ValueException;
import io.eagleray.spec.Signature;
import io.eagleray.wire.SignatureTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A task's inputs and output in Flyte's types, and its values in Flyte's literals. Values are the JSON that
 * {@code io.eagleray.wire.Json} makes of them, so that no class of theirs is needed.
 */
public final class FlyteInterface {
    /** What flytekit calls the one output of a task, too. */
    public static final String OUTPUT = "o0";

    private final Map<String, Form> inputs;
    private final Optional<Form> output;

    private FlyteInterface(Map<String, Form> inputs, Optional<Form> output) {
        this.inputs = inputs;
        this.output = output;
    }

    /**
     * The interface of a signature.
     *
     * @throws ConfigurationException when Flyte cannot have one of its types; it names all of them
     */
    public static FlyteInterface of(Signature signature) {
        List<String> problems = new ArrayList<>();
        Forms forms = new Forms(new SignatureTypes(signature.definitions()));
        Map<String, Form> inputs = new LinkedHashMap<>();
        for (Signature.Input input : signature.inputs()) {
            form(problems, "parameter " + input.name(), () -> forms.of(input.type()))
                    .ifPresent(form -> inputs.put(input.name(), form));
        }
        boolean isVoid = signature.output().name().equals("java.lang.Void");
        Optional<Form> output =
                isVoid ? Optional.empty() : form(problems, "result", () -> forms.of(signature.output()));
        if (!problems.isEmpty()) {
            throw new ConfigurationException("Flyte cannot have these types: " + String.join("; ", problems));
        }
        return new FlyteInterface(Collections.unmodifiableMap(inputs), output);
    }

    private static Optional<Form> form(List<String> problems, String where, Supplier<Form> form) {
        try {
            return Optional.of(form.get());
        } catch (Unfit unfit) {
            problems.add(String.valueOf(unfit.of(where).getMessage()));
            return Optional.empty();
        }
    }

    /** The types of inputs and output. */
    public TypedInterface typed() {
        VariableMap.Builder in = VariableMap.newBuilder();
        inputs.forEach((name, form) -> in.putVariables(name, variable(name, form)));
        VariableMap.Builder out = VariableMap.newBuilder();
        output.ifPresent(form -> out.putVariables(OUTPUT, variable(OUTPUT, form)));
        return TypedInterface.newBuilder().setInputs(in).setOutputs(out).build();
    }

    /** flytekit describes a variable that nobody has described by its name. */
    private static Variable variable(String name, Form form) {
        return Variable.newBuilder().setType(form.type()).setDescription(name).build();
    }

    /**
     * Refuses inputs that there are not.
     *
     * @param names the names of those that are given
     * @throws ValueException when one of them is none
     */
    public void requireOnly(Collection<String> names) {
        names.stream().filter(name -> !inputs.containsKey(name)).findFirst().ifPresent(name -> {
            throw new ValueException(name + ": there is no such input; there are " + inputs.keySet());
        });
    }

    /**
     * The literals of arguments.
     *
     * @param json the JSON of each, by the parameter's name
     * @throws ValueException when one is missing, or is not what Flyte can have; it names the place
     */
    public LiteralMap inputs(Map<String, String> json) {
        LiteralMap.Builder literals = LiteralMap.newBuilder();
        inputs.forEach((name, form) -> {
            String value = json.get(name);
            if (value == null) {
                throw new ValueException(name + ": there is no such input among " + json.keySet());
            }
            literals.putLiterals(name, write(name, form, value));
        });
        return literals.build();
    }

    /**
     * The JSON of arguments, by the parameter's name.
     *
     * @throws ValueException when one is missing, or is of another type; it names the place
     */
    public Map<String, String> inputs(LiteralMap literals) {
        Map<String, String> json = new LinkedHashMap<>();
        inputs.forEach((name, form) -> json.put(name, read(name, form, literals)));
        return json;
    }

    /**
     * The literals of a result.
     *
     * @param json its JSON
     * @throws ValueException when it is not what Flyte can have; it names the place
     */
    public LiteralMap outputs(String json) {
        LiteralMap.Builder literals = LiteralMap.newBuilder();
        output.ifPresent(form -> literals.putLiterals(OUTPUT, write(OUTPUT, form, json)));
        return literals.build();
    }

    /**
     * The JSON of a result; {@code null} of one that is nothing.
     *
     * @throws ValueException when it is missing, or is of another type; it names the place
     */
    public String outputs(LiteralMap literals) {
        return output.map(form -> read(OUTPUT, form, literals)).orElse("null");
    }

    private static Literal write(String name, Form form, String json) {
        try {
            return form.literal(JsonTree.read(json));
        } catch (Unfit unfit) {
            throw unfit.of(name);
        } catch (StackOverflowError e) {
            throw tooDeep(name);
        }
    }

    private static String read(String name, Form form, LiteralMap literals) {
        Literal literal = literals.getLiteralsMap().get(name);
        if (literal == null) {
            throw new ValueException(name + ": there is no such literal among "
                    + literals.getLiteralsMap().keySet());
        }
        try {
            return JsonTree.write(form.json(literal));
        } catch (Unfit unfit) {
            throw unfit.of(name);
        } catch (StackOverflowError e) {
            throw tooDeep(name);
        }
    }

    private static ValueException tooDeep(String name) {
        return new ValueException(name + ": it is nested too deep to be read");
    }
}
