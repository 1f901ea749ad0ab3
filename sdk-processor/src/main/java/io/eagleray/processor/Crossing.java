package io.eagleray.processor;

import io.eagleray.processor.Definition.Component;
import io.eagleray.processor.Definition.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /**
     * A part of a type that was gone through.
     *
     * @param outer the part around it
     * @param role what it is there, such as {@code element type}
     * @param whole the type it is a part of
     * @param depth how many parts are around it
     */
    private record Part(@Nullable Part outer, String role, TypeModel whole, int depth) {

        static Part of(@Nullable Part outer, String role, TypeModel whole) {
            return new Part(outer, role, whole, outer == null ? 1 : outer.depth + 1);
        }

        Part outermost() {
            return outer == null ? this : outer.outermost();
        }

        String text() {
            return role + " of " + whole.text();
        }

        String path() {
            return outer == null ? text() : text() + ", " + outer.path();
        }
    }

    /** What is wrong with a type, and what to use instead; empty where it may cross. */
    static List<String> obstacles(TypeModel type, Definitions definitions) {
        if (type instanceof TypeModel.Primitive) {
            return List.of();
        }
        Crossing crossing = new Crossing(definitions);
        crossing.walk(type, null);
        return crossing.obstacles;
    }

    /** Goes through a type without variables. */
    private void walk(TypeModel type, @Nullable Part part) {
        if (endless) {
            return;
        }
        if (part != null && part.depth > MAX_DEPTH) {
            endless = true;
            obstacles.add(part.outermost().text() + " has type arguments that grow without end; end the recursion");
        } else if (type instanceof TypeModel.Array array) {
            walk(array.element(), Part.of(part, "element type", type));
        } else if (type instanceof TypeModel.Wildcard) {
            obstacle(type, part, "is a wildcard, but only values of known types can cross; name the type");
        } else if (type instanceof TypeModel.Variable) {
            obstacle(type, part, "is a type variable without a known type; name the type");
        } else if (type instanceof TypeModel.Named named) {
            named(named, part);
        }
    }

    private void named(TypeModel.Named type, @Nullable Part part) {
        if (type.raw()) {
            obstacle(type, part, "is raw, but only values of known types can cross; give it its type arguments");
        } else if (CrossingTypes.container(type.id())) {
            container(type, part);
        } else if (!CrossingTypes.scalar(type.id()) && visited.add(type)) {
            definition(type, definitions.of(type.id()), part);
        }
    }

    private void container(TypeModel.Named type, @Nullable Part part) {
        List<TypeModel> arguments = type.arguments();
        if (arguments.size() == 2) {
            key(arguments.get(0), Part.of(part, "key type", type));
            walk(arguments.get(1), Part.of(part, "value type", type));
        } else {
            boolean optional = type.id().simpleName().equals("Optional");
            walk(arguments.get(0), Part.of(part, optional ? "value type" : "element type", type));
        }
    }

    private void key(TypeModel type, Part part) {
        int before = obstacles.size();
        walk(type, part);
        boolean crosses = obstacles.size() == before;
        if (crosses && !(type instanceof TypeModel.Named named && isKey(named.id()))) {
            obstacle(
                    type,
                    part,
                    "cannot be a key; use a String, a number that is no fraction, an enum, a UUID or a java.time type");
        }
    }

    private boolean isKey(ClassId id) {
        return CrossingTypes.key(id)
                || definitions.find(id).filter(each -> each.kind() == Kind.ENUM).isPresent();
    }

    private void definition(TypeModel.Named type, Definition definition, @Nullable Part part) {
        Map<String, TypeModel> bound = new HashMap<>();
        for (int i = 0; i < type.arguments().size(); i++) {
            bound.put(definition.variables().get(i), type.arguments().get(i));
        }
        switch (definition.kind()) {
            case RECORD -> {
                for (Component component : definition.components()) {
                    walk(component.type().substitute(bound), Part.of(part, component.role(), type));
                }
            }
            case SEALED -> {
                for (TypeModel permitted : definition.permitted()) {
                    permitted(permitted.substitute(bound), Part.of(part, "permitted type", type));
                }
            }
            case ENUM -> {}
            default -> obstacle(type, part, "cannot cross to another process; " + Alternatives.to(definition));
        }
    }

    private void permitted(TypeModel leaf, Part part) {
        Definition definition = definitions.of(((TypeModel.Named) leaf).id());
        if (definition.kind() == Kind.RECORD || definition.kind() == Kind.SEALED) {
            walk(leaf, part);
        } else {
            obstacle(leaf, part, "is no record; make it one, or a sealed interface of records");
        }
    }

    private void obstacle(TypeModel type, @Nullable Part part, String why) {
        obstacles.add(type.text() + (part == null ? "" : " (" + part.path() + ")") + " " + why);
    }
}
