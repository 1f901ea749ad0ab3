package io.eagleray.processor;

import java.util.List;
import java.util.Objects;

/**
 * The name of a class.
 *
 * @param packageName its package; empty for the unnamed one
 * @param names the simple names of the classes around it and its own, outermost first
 */
record ClassId(String packageName, List<String> names) {

    ClassId {
        names = List.copyOf(names);
    }

    // The JDK would link those of a record when they are first called, which costs a compiler some hundredths of a
    // second.

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassId id && names.equals(id.names) && packageName.equals(id.packageName);
    }

    @Override
    public int hashCode() {
        return Objects.hash(packageName, names);
    }

    String simpleName() {
        return names.get(names.size() - 1);
    }

    /** As it is written in source, without its package: {@code Outer.Inner}. */
    String text() {
        return String.join(".", names);
    }

    String binaryName() {
        return qualified(String.join("$", names));
    }

    /** The class of its package in which its tasks are called: {@code Outer_InnerTasks}. */
    String companion() {
        return String.join("_", names) + "Tasks";
    }

    /** The class of its package that lists its functions: {@code Outer_Inner_Catalog}. */
    String catalog() {
        return String.join("_", names) + "_Catalog";
    }

    /** The qualified names of what is generated for it. */
    List<String> generated() {
        return List.of(qualified(companion()), qualified(catalog()));
    }

    String qualified(String simpleName) {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
}
