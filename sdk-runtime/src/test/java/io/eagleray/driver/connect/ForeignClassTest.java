package io.eagleray.driver.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ForeignClassTest {
    /** Has that call once, and constants of all kinds that matter. */
    public static final class Once {
        private Once() {}

        public static List<Object> of(AtomicInteger number) {
            return List.of(1L << 40, 2.5, number.get() == 0, number.toString(), (Runnable) () -> {});
        }
    }

    /** Has it twice. */
    static final class Twice {
        private Twice() {}

        static String of(AtomicInteger first, AtomicInteger second) {
            return first.toString() + second.toString();
        }
    }

    /** Is called in its place; public, for the other class is in another loader. */
    public static final class Ours {
        private Ours() {}

        public static String toString(Object number) {
            return "[" + number + "]";
        }
    }

    @Test
    void onlyThatCallIsRedirected() throws ReflectiveOperationException, IOException {
        byte[] code = redirected(read(Once.class)).orElseThrow();
        Class<?> changed = new ClassLoader(Once.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(Once.class.getName(), code, 0, code.length);
            }
        }.define();
        Object values = changed.getMethod("of", AtomicInteger.class).invoke(null, new AtomicInteger(7));
        assertThat(((List<?>) values).subList(0, 4)).isEqualTo(List.of(1L << 40, 2.5, false, "[7]"));
    }

    @Test
    void aClassWithoutTheCallOrWithTwoIsLeftAlone() throws IOException {
        assertThat(redirected(read(Twice.class))).isEmpty();
        assertThat(redirected(read(ForeignClassTest.class))).isEmpty();
    }

    @Test
    void whatCannotBeReadIsLeftAlone() throws IOException {
        byte[] code = read(Once.class);
        assertThat(redirected(new byte[0])).isEmpty();
        assertThat(redirected("no class file at all".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        for (int length = 0; length < 200; length++) {
            assertThat(redirected(Arrays.copyOf(code, length))).isEmpty();
        }
    }

    private static Optional<byte[]> redirected(byte[] code) {
        return ForeignClass.redirected(
                code,
                "java/util/concurrent/atomic/AtomicInteger",
                "toString",
                "Ljava/lang/String;",
                Ours.class.getName().replace('.', '/'));
    }

    private static byte[] read(Class<?> type) throws IOException {
        String name = type.getName().replaceFirst(".*\\.", "") + ".class";
        try (InputStream file = Objects.requireNonNull(type.getResourceAsStream(name))) {
            return file.readAllBytes();
        }
    }
}
