package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.call.CatalogFunction;
import io.eagleray.call.TaskCall;
import io.eagleray.call.TaskHandle;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ValueException;
import io.eagleray.wire.Calls.DecodedCall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CallsTest {
    private static final ClassLoader HERE = CallsTest.class.getClassLoader();

    @TempDir
    Path folder;

    @Test
    void aCallFindsItsFunctionAndArguments() throws Throwable {
        DecodedCall call = Calls.decode(Calls.encode(call(Arrays.asList("a", "ü"), 2)), HERE);
        assertThat(call.function()).isSameAs(Greeter_Catalog.INSTANCE.greet);
        assertThat(call.arguments()).containsExactly(List.of("a", "ü"), 2);
        assertThat(call.function().invoker().invoke(call.arguments())).isEqualTo("a,üa,ü");
    }

    @Test
    void remoteFunctionsWithoutArgumentsCrossToo() {
        CatalogFunction nothing = Greeter_Catalog.INSTANCE.nothing;
        DecodedCall call = Calls.decode(Calls.encode(nothing, new Object[0]), HERE);
        assertThat(call.function()).isSameAs(nothing);
        assertThat(call.arguments()).isEmpty();
    }

    @Test
    void argumentsThatDoNotFitAreNamed() {
        assertThatThrownBy(() -> Calls.encode(call(Arrays.asList("a", 1), 2)))
                .isInstanceOf(ValueException.class)
                .hasMessage("io.eagleray.wire.Greeter#Greeter.greet(names)[1]: expected a String, given an Integer");
        assertThatThrownBy(() -> Calls.encode(call(null, null)))
                .hasMessage("io.eagleray.wire.Greeter#Greeter.greet(times): expected an int, given null");
        assertThatThrownBy(() -> Calls.encode(Greeter_Catalog.INSTANCE.greet, new Object[0]))
                .hasMessage("io.eagleray.wire.Greeter#Greeter.greet: takes 2 arguments, given 0");
    }

    @Test
    void anotherVersionOfTheFunctionIsSaid() {
        byte[] bytes = Calls.encode(call(List.of(), 2));
        assertThatThrownBy(() -> Calls.decode(replaced(bytes, "Greeter.greet", "Greeter.great"), HERE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "there is no task \"Greeter.great\" in class io.eagleray.wire.Greeter here: the code that made the call "
                                + "is another version; run the same one on both sides");
        assertThatThrownBy(() -> Calls.decode(replaced(bytes, "times", "hours"), HERE))
                .isInstanceOf(ValueException.class)
                .hasMessage(
                        "call: the parameters of io.eagleray.wire.Greeter#Greeter.greet are [names, times] here and differ in "
                                + "name or type where the call was made: run the same version of the code on both sides");
    }

    @Test
    void bytesThatAreNoCallAreRefused() {
        assertThatThrownBy(() -> Calls.decode(new byte[] {5}, HERE))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("they begin with 5");
        byte[] bytes = Calls.encode(call(List.of("a"), 2));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Calls.decode(cut, HERE)).isInstanceOf(ValueException.class);
        }
    }

    @Test
    void onlyCatalogsAreLoaded() {
        for (String name : List.of(
                "java.lang.String",
                "",
                "_Catalog.class",
                "a/b_Catalog",
                "[La_Catalog",
                "a..b_Catalog",
                "a.1_Catalog",
                ".._Catalog")) {
            assertThatThrownBy(() -> Calls.catalog(name, HERE))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("\"" + name
                            + "\" is no name of a generated catalog: it would be a class name that ends in _Catalog");
        }
    }

    @Test
    void aCatalogThatIsMissingAsksForTheClassPath() {
        assertThatThrownBy(() -> Calls.catalog("p.Missing_Catalog", HERE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "catalog p.Missing_Catalog is not here: is the application's code on the class path of this process");
    }

    @Test
    void whatIsNoCatalogIsNotInitialized() throws Exception {
        Compiled compiled = Compiled.in(
                folder,
                "p/Evil_Catalog.java",
                "package p; public class Evil_Catalog { static { System.setProperty(\"eagleray.test.evil\", \"ran\"); }"
                        + " public static final Object INSTANCE = new Evil_Catalog(); }");
        try (var loader = compiled.loader()) {
            assertThatThrownBy(() -> Calls.catalog("p.Evil_Catalog", loader))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "catalog p.Evil_Catalog is no generated catalog: it does not extend io.eagleray.call.Catalog");
        }
        assertThat(System.getProperty("eagleray.test.evil")).isNull();
    }

    @Test
    void staleCatalogsAskForACompilation() throws Exception {
        Compiled compiled = Compiled.in(
                folder,
                "p/No_Catalog.java",
                catalog("No", ""),
                "p/Broken_Catalog.java",
                catalog(
                        "Broken",
                        "public static final Broken_Catalog INSTANCE = new Broken_Catalog(); int x = 1 / (int) (0 * Math.random());"),
                "p/Other_Catalog.java",
                catalog("Other", "public final Other_Catalog INSTANCE = this;"));
        try (var loader = compiled.loader()) {
            assertStale(loader, "No", "has no public static field INSTANCE");
            assertStale(loader, "Broken", "cannot be initialized (java.lang.ArithmeticException: / by zero)");
            assertStale(loader, "Other", "has no catalog in its field INSTANCE");
        }
    }

    @Test
    void aNewerClassFileNamesBothVersions() throws Exception {
        Compiled compiled =
                Compiled.in(folder, "p/New_Catalog.java", catalog("New", "")).forClassFileVersion(44 + 99);
        try (var loader = compiled.loader()) {
            assertThatThrownBy(() -> Calls.catalog("p.New_Catalog", loader))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(
                            "catalog p.New_Catalog was compiled for Java 99, and this process runs Java "
                                    + Runtime.version().feature())
                    .hasMessageContaining("run it on Java 99 or newer, or compile with --release")
                    .hasCauseInstanceOf(UnsupportedClassVersionError.class);
        }
    }

    @Test
    void aClassThatACatalogNeedsIsNamed() throws Exception {
        Compiled compiled = Compiled.in(
                folder,
                "p/Needing_Catalog.java",
                catalog(
                        "Needing",
                        "public static final Needing_Catalog INSTANCE = new Needing_Catalog();"
                                + " { type(Needed.class); }"),
                "p/Needed.java",
                "package p; public class Needed {}");
        Files.delete(compiled.classes().resolve("p/Needed.class"));
        try (var loader = compiled.loader()) {
            assertThatThrownBy(() -> Calls.catalog("p.Needing_Catalog", loader))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("catalog p.Needing_Catalog cannot be initialized: p.Needed is not on the")
                    .hasMessageContaining("add the jar");
        }
    }

    private static void assertStale(ClassLoader loader, String name, String what) {
        assertThatThrownBy(() -> Calls.catalog("p." + name + "_Catalog", loader))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("catalog p." + name + "_Catalog " + what
                        + ": is it stale? Recompile the application, and run the same "
                        + "version of Eagleray on both sides");
    }

    private static String catalog(String name, String body) {
        return "package p; public final class " + name + "_Catalog extends io.eagleray.call.Catalog { private " + name
                + "_Catalog() { super(\"p." + name + "\"); } " + body + " }";
    }

    private static TaskCall<String> call(@Nullable Object... arguments) {
        return TaskCall.of(TaskHandle.of(Greeter_Catalog.INSTANCE.greet), arguments);
    }

    private static byte[] replaced(byte[] bytes, String text, String other) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace(text, other)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
