package io.eagleray.cli;

import io.eagleray.bundle.NearestName;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ValueException;
import io.eagleray.spec.Signature;
import io.eagleray.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a task, read from what the command line gives; every problem is noted before any is reported. */
final class Inputs {
    private static final int SHOWN = 80;

    private final CatalogFunction task;
    private final List<String> problems = new ArrayList<>();

    private Inputs(CatalogFunction task) {
        this.task = task;
    }

    /**
     * Reads {@code name=value} pairs: the text itself for a parameter that is a text, otherwise JSON.
     *
     * @throws ConfigurationException naming every input that is missing, unknown, given twice, or of another type
     */
    static @Nullable Object[] ofPairs(CatalogFunction task, List<String> pairs) {
        Inputs inputs = new Inputs(task);
        Map<String, String> given = split(pairs, inputs.problems);
        given.replaceAll((name, text) -> inputs.task.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(parameter -> PlainText.toJson(text, parameter.type()))
                .orElse(text));
        return inputs.arguments(given);
    }

    private static Map<String, String> split(List<String> pairs, List<String> problems) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                problems.add("--input \"" + shortened(pair) + "\" is not of the form name=value");
            } else if (given.putIfAbsent(pair.substring(0, equals).strip(), pair.substring(equals + 1)) != null) {
                problems.add("input \"" + pair.substring(0, equals).strip() + "\" is given twice");
            }
        }
        return given;
    }

    /**
     * The JSON of {@code name=value} pairs, for who has nothing but the task's signature. Whether they fit it is looked at
     * where they are used.
     *
     * @throws ConfigurationException naming every pair that is none, or given twice
     */
    static Map<String, String> jsonOfPairs(Signature signature, List<String> pairs) {
        List<String> problems = new ArrayList<>();
        Map<String, String> given = split(pairs, problems);
        signature
                .inputs()
                .forEach(input -> given.computeIfPresent(
                        input.name(), (name, text) -> PlainText.toJson(text, input.type(), signature.definitions())));
        return withoutProblems(given, problems);
    }

    /**
     * The JSON of the members of an object.
     *
     * @throws ConfigurationException when it is none, or has one twice
     */
    static Map<String, String> jsonOf(String source, String text) {
        List<String> problems = new ArrayList<>();
        return withoutProblems(JsonMembers.of(source, text, problems), problems);
    }

    private static Map<String, String> withoutProblems(Map<String, String> given, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join("; ", problems));
        }
        return given;
    }

    /**
     * Reads a JSON object with a member for each parameter.
     *
     * @throws ConfigurationException naming every input that is missing, unknown, given twice, or of another type
     */
    static @Nullable Object[] ofJson(CatalogFunction task, String source, String text) {
        Inputs inputs = new Inputs(task);
        return inputs.arguments(JsonMembers.of(source, text, inputs.problems));
    }

    private @Nullable Object[] arguments(Map<String, String> given) {
        List<String> names = task.parameters().stream().map(Parameter::name).toList();
        given.keySet().stream().filter(name -> !names.contains(name)).forEach(name -> unknown(name, names));
        @Nullable Object[] arguments = new @Nullable Object[names.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(task.parameters().get(i), given.get(names.get(i)));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException("the inputs do not fit " + signature() + ":" + System.lineSeparator()
                    + "  " + String.join(System.lineSeparator() + "  ", problems));
        }
        return arguments;
    }

    private @Nullable Object argument(Parameter parameter, @Nullable String json) {
        if (json == null) {
            problems.add("input \"" + parameter.name() + "\" is missing: a value of type " + parameter.type()
                    + " was expected");
            return null;
        }
        try {
            return Json.readStrictly(json, parameter.type());
        } catch (ValueException e) {
            problems.add("input \"" + parameter.name() + "\": a value of type " + parameter.type()
                    + " was expected, but given was " + shortened(json) + " (" + e.getMessage() + ")");
            return null;
        }
    }

    private void unknown(String name, List<String> names) {
        problems.add("input \"" + name + "\" is unknown"
                + NearestName.of(name, names)
                        .map(nearest -> ": did you mean \"" + nearest + "\"?")
                        .orElse(
                                names.isEmpty()
                                        ? ": the task takes no inputs"
                                        : "; known are " + String.join(", ", names)));
    }

    private String signature() {
        List<String> parameters = task.parameters().stream()
                .map(parameter -> parameter.type() + " " + parameter.name())
                .toList();
        return task.name() + "(" + String.join(", ", parameters) + ")";
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}
