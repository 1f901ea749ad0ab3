package io.eagleray.processor;

import io.eagleray.processor.Definition.Kind;
import java.util.Map;

/** What to use instead of a class that cannot cross. */
final class Alternatives {
    private static final Map<String, String> OF_JDK = Map.ofEntries(
            Map.entry(
                    "io.eagleray.call.Ref",
                    "use the value itself: the companion has a method that takes a Ref in its place"),
            Map.entry("java.io.File", "use a String, or a byte[] with the content"),
            Map.entry("java.io.InputStream", "use a byte[]"),
            Map.entry("java.lang.CharSequence", "use a String"),
            Map.entry("java.lang.Iterable", "use a List"),
            Map.entry("java.lang.Number", "use a BigDecimal, or a certain number such as Double"),
            Map.entry("java.lang.Object", "use a certain type, or a sealed interface of records"),
            Map.entry("java.lang.Void", "use \"void\" as the result of a method"),
            Map.entry("java.net.URL", "use a URI"),
            Map.entry("java.nio.file.Path", "use a String, or a byte[] with the content"),
            Map.entry("java.sql.Timestamp", "use an Instant"),
            Map.entry("java.util.ArrayList", "use a List"),
            Map.entry("java.util.Calendar", "use a ZonedDateTime"),
            Map.entry("java.util.Date", "use an Instant"),
            Map.entry("java.util.HashMap", "use a Map"),
            Map.entry("java.util.HashSet", "use a Set"),
            Map.entry("java.util.Iterator", "use a List"),
            Map.entry("java.util.LinkedHashMap", "use a Map"),
            Map.entry("java.util.LinkedHashSet", "use a Set"),
            Map.entry("java.util.LinkedList", "use a List"),
            Map.entry("java.util.SortedMap", "use a Map"),
            Map.entry("java.util.SortedSet", "use a Set"),
            Map.entry("java.util.TreeMap", "use a Map"),
            Map.entry("java.util.TreeSet", "use a Set"),
            Map.entry("java.util.stream.IntStream", "use an int[]"),
            Map.entry("java.util.stream.LongStream", "use a long[]"),
            Map.entry("java.util.stream.DoubleStream", "use a double[]"),
            Map.entry("java.util.stream.Stream", "use a List"));

    private Alternatives() {}

    static String to(Definition definition) {
        String known = OF_JDK.get(definition.id().binaryName());
        if (known != null) {
            return known;
        }
        String packageName = definition.id().packageName();
        if (packageName.startsWith("java.") || packageName.startsWith("javax.")) {
            return "use a record that holds what is needed of it";
        }
        return definition.kind() == Kind.INTERFACE ? "make it a sealed interface of records" : "make it a record";
    }
}
