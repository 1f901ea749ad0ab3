package io.eagleray.processor;

import io.eagleray.processor.Definition.Component;
import io.eagleray.processor.Definition.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the parts of a type that cannot cross between processes. */
final class Crossing {
    /** A type that is nested deeper is taken to grow without end. */
    private static final int MAX_DEPTH = 50;

    private final Definitions definitions;
    private final Set<TypeModel> visited = new HashSet<>();
    private final List<String> obstacles = new ArrayList<>();
    private boolean endless;

    private Crossing(Definitions definitions) {
        this.definitions = definitions;
    }

    /** What is wrong with a type, and what to use instead; empty where it may cross. */
    static List<String> obstacles(TypeModel type, Definitions definitions) {
        Crossing crossing = new Crossing(definitions);
        crossing.walk(type, List.of());
        return crossing.obstacles;
    }

    /**
     * Goes through a type without variables.
     *
     * @param type the type
     * @param path the parts that led to it, outermost first
     */
    private void walk(TypeModel type, List<String> path) {
        if (endless) {
            return;
        }
        if (path.size() > MAX_DEPTH) {
            endless = true;
            obstacles.add(path.get(0) + " has type arguments that grow without end; end the recursion");
        } else if (type instanceof TypeModel.Array array) {
            walk(array.element(), with(path, "element type of " + type.text()));
        } else if (type instanceof TypeModel.Wildcard) {
            obstacle(type, path, "is a wildcard, but only values of known types can cross; name the type");
        } else if (type instanceof TypeModel.Variable) {
            obstacle(type, path, "is a type variable without a known type; name the type");
        } else if (type instanceof TypeModel.Named named) {
            named(named, path);
        }
    }

    private void named(TypeModel.Named type, List<String> path) {
        if (type.raw()) {
            obstacle(type, path, "is raw, but only values of known types can cross; give it its type arguments");
        } else if (CrossingTypes.container(type.id())) {
            container(type, path);
        } else if (!CrossingTypes.scalar(type.id()) && visited.add(type)) {
            definition(type, definitions.of(type.id()), path);
        }
    }

    private void container(TypeModel.Named type, List<String> path) {
        List<TypeModel> arguments = type.arguments();
        if (arguments.size() == 2) {
            key(arguments.get(0), with(path, "key type of " + type.text()));
            walk(arguments.get(1), with(path, "value type of " + type.text()));
        } else {
            String part = type.id().text().equals("Optional") ? "value" : "element";
            walk(arguments.get(0), with(path, part + " type of " + type.text()));
        }
    }

    private void key(TypeModel type, List<String> path) {
        int before = obstacles.size();
        walk(type, path);
        boolean crosses = obstacles.size() == before;
        if (crosses && !(type instanceof TypeModel.Named named && isKey(named.id()))) {
            obstacle(
                    type,
                    path,
                    "cannot be a key; use a String, a number that is no fraction, an enum, a UUID or a java.time type");
        }
    }

    private boolean isKey(ClassId id) {
        return CrossingTypes.key(id)
                || definitions.find(id).filter(each -> each.kind() == Kind.ENUM).isPresent();
    }

    private void definition(TypeModel.Named type, Definition definition, List<String> path) {
        Map<String, TypeModel> bound = new HashMap<>();
        for (int i = 0; i < type.arguments().size(); i++) {
            bound.put(definition.variables().get(i), type.arguments().get(i));
        }
        switch (definition.kind()) {
            case RECORD -> {
                for (Component component : definition.components()) {
                    walk(
                            component.type().substitute(bound),
                            with(path, "component \"" + component.name() + "\" of record " + type.text()));
                }
            }
            case SEALED -> {
                for (TypeModel permitted : definition.permitted()) {
                    permitted(permitted.substitute(bound), with(path, "permitted type of " + type.text()));
                }
            }
            case ENUM -> {}
            default -> obstacle(type, path, "cannot cross to another process; " + Alternatives.to(definition));
        }
    }

    private void permitted(TypeModel leaf, List<String> path) {
        Definition definition = definitions.of(((TypeModel.Named) leaf).id());
        if (definition.kind() == Kind.RECORD || definition.kind() == Kind.SEALED) {
            walk(leaf, path);
        } else {
            obstacle(leaf, path, "is no record; make it one, or a sealed interface of records");
        }
    }

    private void obstacle(TypeModel type, List<String> path, String why) {
        String parts = path.isEmpty()
                ? ""
                : Stream.iterate(path.size() - 1, i -> i >= 0, i -> i - 1)
                        .map(path::get)
                        .collect(Collectors.joining(", ", " (", ")"));
        obstacles.add(type.text() + parts + " " + why);
    }

    private static List<String> with(List<String> path, String part) {
        return Stream.concat(path.stream(), Stream.of(part)).toList();
    }
}
