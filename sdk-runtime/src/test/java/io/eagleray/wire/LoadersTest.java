package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.eagleray.call.ValueType;
import io.eagleray.client.ValueException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of other loaders and modules. */
final class LoadersTest {
    private static final String RECORD =
            "package p; public record Point(int x, Inner inner) { private record Inner(int y) {}"
                    + " public static Point of(int x) { return new Point(x, new Inner(x)); } }";

    @TempDir
    Path folder;

    @Test
    void privateRecordsOfOtherLoadersCross() throws Exception {
        try (URLClassLoader loader = Compiled.in(folder, "p/Point.java", RECORD).loader()) {
            assertCrosses(loader.loadClass("p.Point"));
        }
    }

    @Test
    void noLoaderIsHeld() throws Exception {
        WeakReference<ClassLoader> loader = used(Compiled.in(folder, "p/Point.java", RECORD));
        await().until(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    private static WeakReference<ClassLoader> used(Compiled compiled) throws Exception {
        try (URLClassLoader loader = compiled.loader()) {
            Object point = point(loader.loadClass("p.Point"));
            ValueType type = ValueType.of(List.class, ValueType.of(point.getClass()));
            Values.decode(Values.encode(List.of(point), type), type);
            Json.read(Json.write(List.of(point), type), type);
            return new WeakReference<>(loader); // no assertion on the values: AssertJ keeps their classes
        }
    }

    @Test
    void twoLoadersMayHaveClassesOfOneName() throws Exception {
        Compiled compiled = Compiled.in(folder, "p/Point.java", RECORD);
        try (URLClassLoader one = compiled.loader();
                URLClassLoader two = compiled.loader()) {
            Class<?> first = one.loadClass("p.Point");
            Class<?> second = two.loadClass("p.Point");
            assertCrosses(first);
            assertCrosses(second);
            Object pair = new Samples.Pair<>(point(first), point(second));
            ValueType type = ValueType.of(Samples.Pair.class, ValueType.of(first), ValueType.of(second));
            assertThat(Values.decode(Values.encode(pair, type), type)).isEqualTo(pair);
            assertThatThrownBy(() -> Values.encode(point(first), ValueType.of(second)))
                    .isInstanceOf(ValueException.class);
        }
    }

    @Test
    void aModuleThatIsClosedNamesTheLineToAdd() throws Exception {
        Class<?> closed = inModule("closed.one", "");
        assertThatThrownBy(() -> Values.encode(null, ValueType.of(closed)))
                .isInstanceOf(ValueException.class)
                .hasMessage(
                        "$: record p.Point is closed to Eagleray: add \"opens p;\" to the module-info.java of closed.one");
    }

    @Test
    void aModuleThatOpensItsPackageIsRead() throws Exception {
        assertCrosses(inModule("open.one", "opens p;"));
    }

    private Class<?> inModule(String name, String directives) throws Exception {
        String info = "module " + name + " { " + directives + " }";
        Path classes = Compiled.in(folder, "module-info.java", info, "p/Point.java", RECORD)
                .classes();
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of(name));
        return ModuleLayer.boot()
                .defineModulesWithOneLoader(configuration, LoadersTest.class.getClassLoader())
                .findLoader(name)
                .loadClass("p.Point");
    }

    private static void assertCrosses(Class<?> type) throws Exception {
        ValueType list = ValueType.of(List.class, ValueType.of(type));
        List<?> value = List.of(point(type), point(type));
        assertThat(Values.decode(Values.encode(value, list), list)).isEqualTo(value);
        assertThat(Json.read(Json.write(value, list), list)).isEqualTo(value);
    }

    private static Object point(Class<?> type) throws Exception {
        Constructor<?> inner = Class.forName(type.getName() + "$Inner", true, type.getClassLoader())
                .getDeclaredConstructors()[0];
        inner.setAccessible(true);
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(1, inner.newInstance(2));
    }
}
