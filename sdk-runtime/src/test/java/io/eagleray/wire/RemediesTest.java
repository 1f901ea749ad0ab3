package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.RemoteError;
import io.eagleray.client.TaskFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RemediesTest {
    @TempDir
    Path folder;

    private static String explained(Throwable thrown) {
        return Errors.explained(thrown).message().orElse("");
    }

    @Test
    void aFullHeapNamesItsSizeAndHowToGetMore() {
        assertThat(explained(new OutOfMemoryError("Java heap space")))
                .startsWith("Java heap space: ")
                .contains(Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB")
                .contains("memory in @Remote")
                .contains("-Xmx");
        assertThat(explained(new OutOfMemoryError("GC overhead limit exceeded")))
                .contains("memory in @Remote");
        assertThat(explained(new OutOfMemoryError("of my own"))).isEqualTo("of my own");
    }

    @Test
    void anEndlessRecursionIsSuspected() {
        assertThat(explained(new StackOverflowError()))
                .contains("does the recursion end?")
                .contains("stackSize");
        assertThat(explained(new StackOverflowError("of my own"))).isEqualTo("of my own");
    }

    @Test
    void aMissingClassIsNamedWithWhatToAdd() {
        assertThat(explained(new NoClassDefFoundError("p/Optional$Part")))
                .startsWith("p.Optional$Part is not on the class path of this process: ")
                .contains("add the jar");
        assertThat(explained(new ClassNotFoundException("p.Optional")))
                .startsWith("p.Optional is not on the class path");
        assertThat(explained(new NoClassDefFoundError("p/A (wrong name: q/A)"))).isEqualTo("p/A (wrong name: q/A)");
        assertThat(explained(new ClassNotFoundException("nothing with that id")))
                .isEqualTo("nothing with that id");
        assertThat(explained(new NoClassDefFoundError())).isEmpty();
    }

    @Test
    void theCauseOfAFailedInitializerIsSaidEachTime() throws Exception {
        try (var loader = Compiled.in(
                        folder,
                        "p/Poisoned.java",
                        "package p; class Poisoned { static { if (true) throw new IllegalStateException(\"no licence\"); } }")
                .loader()) {
            LinkageError first = initialize(loader);
            assertThat(first).isInstanceOf(ExceptionInInitializerError.class);
            assertThat(new TaskFailedException("f", Errors.explained(first), null))
                    .hasMessage("f failed: java.lang.ExceptionInInitializerError, caused by"
                            + " java.lang.IllegalStateException: no licence");
            LinkageError second = initialize(loader);
            assertThat(second).isInstanceOf(NoClassDefFoundError.class);
            assertThat(explained(second))
                    .startsWith("Could not initialize class p.Poisoned: ")
                    .contains("java.lang.IllegalStateException: no licence");
        }
    }

    private static LinkageError initialize(ClassLoader loader) throws ClassNotFoundException {
        try {
            throw new AssertionError(Class.forName("p.Poisoned", true, loader));
        } catch (LinkageError e) {
            return e;
        }
    }

    @Test
    void aClassOfANewerJavaNamesBothVersions() throws Exception {
        try (var loader = Compiled.in(folder, "p/New.java", "package p; public class New {}")
                .forClassFileVersion(44 + 99)
                .loader()) {
            assertThat(explained(loaded(loader)))
                    .startsWith("p.New was compiled for Java 99, and this process runs Java "
                            + Runtime.version().feature())
                    .contains("compile with --release " + Runtime.version().feature());
        }
        assertThat(explained(new UnsupportedClassVersionError("else"))).isEqualTo("else");
    }

    private static LinkageError loaded(ClassLoader loader) throws ClassNotFoundException {
        try {
            throw new AssertionError(loader.loadClass("p.New"));
        } catch (LinkageError e) {
            return e;
        }
    }

    @Test
    void theOutermostCauseThatSaysTooLittleIsExplained() {
        RemoteError error = Errors.explained(new IOException(
                "cannot read", new NoClassDefFoundError("p/A").initCause(new ClassNotFoundException("p.A"))));
        assertThat(error.message()).contains("cannot read");
        RemoteError missing = error.cause().orElseThrow();
        assertThat(missing.message().orElseThrow()).contains("add the jar");
        assertThat(missing.cause().orElseThrow().message()).contains("p.A");
    }

    @Test
    void whatWasExplainedElsewhereStaysAsItIs() {
        RemoteError elsewhere = Errors.explained(new NoClassDefFoundError("p/A"));
        Throwable rebuilt = Errors.rebuild(elsewhere, RemediesTest.class.getClassLoader());
        assertThat(Errors.explained(java.util.Objects.requireNonNull(rebuilt)).message())
                .isEqualTo(elsewhere.message());
        RemoteError plain =
                new RemoteError("java.lang.NoClassDefFoundError", Optional.of("p/A"), List.of(), Optional.empty());
        assertThat(Errors.explained(new TaskFailedException("f", plain, null)).cause())
                .contains(plain);
    }
}
