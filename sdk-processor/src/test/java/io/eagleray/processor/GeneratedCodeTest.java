package io.eagleray.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.CatalogFunction.Kind;
import io.eagleray.call.Parameter;
import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import io.eagleray.call.TaskCall;
import io.eagleray.call.TaskHandle;
import io.eagleray.call.ValueType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated does what the runtime expects of it. */
final class GeneratedCodeTest {
    @TempDir
    Path output;

    private URLClassLoader loader;

    @BeforeEach
    void compile() throws Exception {
        List<Path> sources = Compiler.sourcesOf(TestFiles.ROOT.resolve("good/squares"));
        sources.addAll(Compiler.sourcesOf(TestFiles.ROOT.resolve("good/types")));
        assertThat(Compiler.JAVAC.compile(sources, output).said()).isEmpty();
        loader = new URLClassLoader(new URL[] {output.toUri().toURL()}, TaskCall.class.getClassLoader());
    }

    @AfterEach
    void close() throws Exception {
        loader.close();
    }

    /** As a worker does it: by the catalog's name alone, without tricks. */
    private Catalog catalog(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName(name, true, loader);
        return (Catalog) type.getField("INSTANCE").get(null);
    }

    @Test
    void theCatalogCallsTheMethods() throws Throwable {
        Catalog catalog = catalog("good.squares.Squares_Catalog");
        assertThat(catalog.className()).isEqualTo("good.squares.Squares");

        CatalogFunction task = catalog.find(Kind.TASK, "Squares.squares").orElseThrow();
        assertThat(task.parameters()).containsExactly(Parameter.of("n", ValueType.of(int.class)));
        assertThat(task.result()).isEqualTo(ValueType.of(List.class, ValueType.of(Integer.class)));
        assertThat(task.invoker().invoke(new Object[] {4})).isEqualTo(List.of(0, 1, 4, 9));

        CatalogFunction remote = catalog.find(Kind.REMOTE, "square").orElseThrow();
        assertThat(remote.invoker().invoke(new Object[] {7})).isEqualTo(49);
        assertThat(catalog.find(Kind.TASK, "square")).isEmpty();
    }

    @Test
    void theCatalogPassesEveryType() throws Throwable {
        Catalog catalog = catalog("good.types.Types_Catalog");
        CatalogFunction arrays = catalog.find(Kind.REMOTE, "arrays").orElseThrow();
        byte[] bytes = {1, 2};
        assertThat(arrays.invoker().invoke(new Object[] {null, bytes, null, null, null, null}))
                .isSameAs(bytes);
        assertThat(arrays.parameters().get(2).type()).isEqualTo(ValueType.of(int[][].class));

        CatalogFunction primitives = catalog.find(Kind.REMOTE, "primitives").orElseThrow();
        Object[] arguments = {true, (byte) 1, (short) 2, 3, 4L, 'c', 5f, 6.0};
        assertThat(primitives.invoker().invoke(arguments)).isNull();
        assertThat(primitives.result()).isEqualTo(ValueType.of(Void.class));

        CatalogFunction failing = catalog.find(Kind.TASK, "Types.failing").orElseThrow();
        assertThat(Optional.of(failing)).isPresent();
    }

    @Test
    void theCompanionMakesTypedCalls() throws ReflectiveOperationException {
        Class<?> companion = loader.loadClass("good.squares.SquaresTasks");
        Catalog catalog = catalog("good.squares.Squares_Catalog");

        TaskCall<?> task =
                (TaskCall<?>) companion.getMethod("squares", int.class).invoke(null, 10);
        Field handle = companion.getField("squares");
        assertThat(task.task()).isEqualTo(handle.get(null)).isInstanceOf(TaskHandle.class);
        assertThat(task.task().name()).isEqualTo("Squares.squares");
        assertThat(task.arguments()).isEqualTo(List.of(10));

        CatalogFunction square = catalog.find(Kind.REMOTE, "square").orElseThrow();
        RemoteCall<?> call = (RemoteCall<?>) invoke(companion, "square", int.class, 3);
        assertThat(call.function()).isSameAs(square);
        Ref<Integer> ref = Ref.of(3);
        RemoteCall<?> withRef = (RemoteCall<?>) invoke(companion, "squareRef", Ref.class, ref);
        assertThat(withRef.function()).isSameAs(square);
        assertThat(withRef.arguments()).isEqualTo(List.of(ref));
    }

    private static Object invoke(Class<?> type, String name, Class<?> parameter, Object argument)
            throws ReflectiveOperationException {
        Method method = type.getDeclaredMethod(name, parameter);
        method.setAccessible(true);
        return method.invoke(null, argument);
    }
}
