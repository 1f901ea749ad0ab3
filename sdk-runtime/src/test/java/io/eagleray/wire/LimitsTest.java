package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.call.ValueType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LimitsTest {
    private static final String TOO_LARGE =
            "more than the limit of 100 bytes for one value: pass less at once, or raise the "
                    + "limit on every side with -Deagleray.maxValueBytes=… or EAGLERAY_MAX_VALUE_BYTES";

    private static final ValueType INTEGERS = new TypeOf<List<Integer>>() {}.type();

    @Test
    void largeValuesAreRefusedWhenTheyAreWritten() {
        Limits limits = new Limits(100, 10, 1000);
        assertThatThrownBy(() -> Values.encode(new byte[10_000], ValueType.of(byte[].class), limits))
                .isInstanceOf(ValueException.class)
                .hasMessage("$: takes " + TOO_LARGE);
        assertThatThrownBy(() -> Values.encode("a".repeat(101), ValueType.of(String.class), limits))
                .hasMessage("$: takes " + TOO_LARGE);
        assertThatThrownBy(() -> Json.write("a".repeat(101), ValueType.of(String.class), limits))
                .hasMessage("$: takes " + TOO_LARGE);
        assertThatThrownBy(() -> Json.write(new byte[1000], ValueType.of(byte[].class), limits))
                .hasMessage("$: takes 1332 bytes, " + TOO_LARGE);
    }

    @Test
    void largeValuesAreRefusedWhenTheyAreRead() {
        Limits limits = new Limits(100, 10, 1000);
        byte[] bytes = Values.encode(new byte[200], ValueType.of(byte[].class));
        assertThatThrownBy(() -> Values.decode(bytes, ValueType.of(byte[].class), limits))
                .isInstanceOf(ValueException.class)
                .hasMessage("$: takes " + bytes.length + " bytes, " + TOO_LARGE);
        assertThatThrownBy(() -> Json.read("[" + "1,".repeat(60) + "1]", INTEGERS, limits))
                .hasMessage("$: takes 123 bytes, " + TOO_LARGE);
    }

    @Test
    void manyElementsAreRefused() {
        Limits limits = new Limits(1000, 10, 3);
        List<Integer> four = IntStream.range(0, 4).boxed().toList();
        String message =
                "$: has 4 elements, more than the limit of 3 for one collection: pass less at once, or raise the limit "
                        + "with -Deagleray.maxValueBytes=… or EAGLERAY_MAX_VALUE_BYTES";
        assertThatThrownBy(() -> Values.encode(four, INTEGERS, limits)).hasMessage(message);
        byte[] bytes = Values.encode(four, INTEGERS);
        assertThatThrownBy(() -> Values.decode(bytes, INTEGERS, limits)).hasMessage(message);
        assertThatThrownBy(() -> Json.read("[1,2,3,4]", INTEGERS, limits)).hasMessage(message);
    }

    @Test
    void deepNestingIsRefused() {
        ValueType type = new TypeOf<List<List<List<Integer>>>>() {}.type();
        Limits limits = new Limits(1000, 2, 1000);
        List<List<List<Integer>>> deep = List.of(List.of(), List.of(List.of(1)));
        assertThatThrownBy(() -> Values.encode(deep, type, limits))
                .hasMessageStartingWith("$[1][0]: is nested deeper than the limit of 2 levels");
        assertThatThrownBy(() -> Values.decode(Values.encode(deep, type), type, limits))
                .hasMessageStartingWith("$[1][0]: is nested deeper");
        assertThatThrownBy(() -> Json.write(deep, type, limits)).hasMessageStartingWith("$[1][0]: is nested deeper");
        assertThatThrownBy(() -> Json.read("[[],[[1]]]", type, limits))
                .hasMessageStartingWith("$[1][0]: is nested deeper");
    }

    @Test
    void settingsHaveUnits() {
        assertThat(Limits.parse("it", "12")).isEqualTo(12);
        assertThat(Limits.parse("it", "2k")).isEqualTo(2048);
        assertThat(Limits.parse("it", " 3M ")).isEqualTo(3 << 20);
        assertThat(Limits.parse("it", "1g")).isEqualTo(1 << 30);
        for (String bad : List.of("", "k", "-1", "0", "1t", "1.5g", "99999999999999999999", "9999999999999g")) {
            assertThatThrownBy(() -> Limits.parse("system property eagleray.maxValueBytes", bad))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "system property eagleray.maxValueBytes: expected a positive number, with k, m or g for its "
                                    + "1024-fold, such as 512m; given \"" + bad + "\"");
        }
    }

    @Test
    void limitsArePositive() {
        assertThatThrownBy(() -> new Limits(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theProcessSetsTheDefault() throws Exception {
        assertThat(forked("-Deagleray.maxValueBytes=2k", "-Deagleray.maxValueDepth=7"))
                .isEqualTo("Limits[maxBytes=2048, maxDepth=7, maxCount=2048]");
        assertThat(forked("-Deagleray.maxValueBytes=much"))
                .startsWith(
                        "io.eagleray.client.ConfigurationException: system property eagleray.maxValueBytes: expected");
        assertThat(forked()).isEqualTo("Limits[maxBytes=268435456, maxDepth=200, maxCount=268435456]");
    }

    private static String forked(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(options));
        command.add(Shown.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("EAGLERAY_") || name.equals("JAVA_TOOL_OPTIONS"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    /** Prints the limits of its process. */
    static final class Shown {
        private Shown() {}

        public static void main(String[] arguments) {
            try {
                Values.encode("a", ValueType.of(String.class));
                System.out.println(Limits.DEFAULT);
            } catch (ConfigurationException exception) {
                System.out.println(exception);
            }
        }
    }
}
