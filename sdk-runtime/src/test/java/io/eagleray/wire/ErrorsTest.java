package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.EaglerayException;
import io.eagleray.client.RemoteError;
import io.eagleray.client.TaskFailedException;
import io.eagleray.client.TaskTimeoutException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ErrorsTest {
    private static final ClassLoader HERE = ErrorsTest.class.getClassLoader();

    @TempDir
    Path folder;

    /** Has a code beside its message: it cannot be rebuilt. */
    static final class Coded extends Exception {
        private static final long serialVersionUID = 1;

        Coded(String message, int code) {
            super(message + " (" + code + ")");
        }
    }

    /** Adds to its message: what is rebuilt from it would say it twice. */
    public static final class Adding extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Adding(String message) {
            super("adding: " + message);
        }
    }

    /** Throws when it is asked anything. */
    static final class Nasty extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("no");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("no");
        }
    }

    /** Settles on no cause in its constructor of a message. */
    public static final class Settled extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Settled(String message) {
            super(message, null);
        }

        public Settled(Throwable cause) {
            super("settled", cause);
        }
    }

    static final class Hidden extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Hidden() {
            super("hidden");
        }
    }

    @Test
    void anExceptionIsDescribedWithItsCauses() {
        IOException cause = new IOException("disk full");
        RemoteError error = Errors.of(new IllegalStateException("cannot save", cause));
        assertThat(error.type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(error.message()).contains("cannot save");
        assertThat(error.stackTrace().get(0).className()).isEqualTo(ErrorsTest.class.getName());
        assertThat(error.stackTrace().get(0).method()).isEqualTo("anExceptionIsDescribedWithItsCauses");
        assertThat(error.stackTrace().get(0).file()).contains("ErrorsTest.java");
        assertThat(error.stackTrace().get(0).line()).isEqualTo(cause.getStackTrace()[0].getLineNumber() + 1);
        assertThat(error.cause().map(RemoteError::summary)).contains("java.io.IOException: disk full");
        assertThat(Errors.of(new Error()).message()).isEmpty();
    }

    @Test
    void exceptionsThatThrowAreDescribedToo() {
        RemoteError error = Errors.of(new Nasty());
        assertThat(error.message()).contains("(its getMessage() threw java.lang.IllegalStateException)");
        assertThat(error.stackTrace()).isEmpty();
        assertThat(error.cause().map(RemoteError::type)).contains("java.lang.IllegalStateException");
    }

    @Test
    void whatIsEndlessIsCut() {
        RuntimeException first = new RuntimeException("first");
        RuntimeException second = new RuntimeException("second", first);
        first.initCause(second);
        assertThat(causes(Errors.of(first))).isEqualTo(2);

        RuntimeException deep = new RuntimeException("deepest");
        for (int i = 0; i < 1000; i++) {
            deep = new RuntimeException("at " + i, deep);
        }
        assertThat(causes(Errors.of(deep))).isEqualTo(32);
        assertThat(causes(Errors.of(new TaskFailedException("f", Errors.of(deep), null))))
                .isEqualTo(32);
        assertThat(Envelope.decode(new Envelope.Error(Errors.of(deep)).encode()))
                .isEqualTo(new Envelope.Error(Errors.of(deep)));

        RemoteError longest = Errors.of(new RuntimeException("x".repeat(70_000)));
        assertThat(longest.message().orElseThrow()).hasSizeLessThan(66_000).endsWith("x… (4464 more characters)");

        RuntimeException tall = new RuntimeException();
        StackTraceElement[] frames = new StackTraceElement[5000];
        Arrays.fill(frames, new StackTraceElement("A", "b", null, -2));
        tall.setStackTrace(frames);
        assertThat(Errors.of(tall).stackTrace()).hasSize(512);
    }

    @Test
    void theErrorOfAFailedFunctionStaysAsItWas() {
        RemoteError inner = new RemoteError("p.Missing", Optional.of("gone"), List.of(), Optional.empty());
        TaskFailedException failed = new TaskFailedException("square", inner, null);
        RemoteError error = Errors.of(new IllegalStateException("outer", failed));
        assertThat(error.cause().orElseThrow().summary())
                .isEqualTo("io.eagleray.client.TaskFailedException: square failed: p.Missing: gone");
        assertThat(error.cause().orElseThrow().cause()).contains(inner);

        EaglerayException back = Errors.failure("squares", error, HERE);
        assertThat(back).hasMessage("squares failed: java.lang.IllegalStateException: outer");
        assertThat(back.getCause()).isInstanceOf(IllegalStateException.class).hasMessage("outer");
        assertThat(back).cause().cause().isInstanceOfSatisfying(TaskFailedException.class, nested -> {
            assertThat(nested).hasMessage("square failed: p.Missing: gone");
            assertThat(nested.error()).isEqualTo(inner);
            assertThat(nested.getCause()).isInstanceOf(EaglerayException.class).hasMessage("p.Missing: gone");
        });
    }

    @Test
    void exceptionsAreRebuiltWithStackTraceAndCauses() {
        assertRebuilt(new IllegalArgumentException("bad"));
        assertRebuilt(new IllegalArgumentException((String) null));
        assertRebuilt(new IllegalStateException("outer", new FileNotFoundException("a.txt")));
        assertRebuilt(new IllegalStateException(new FileNotFoundException("a.txt")));
        assertRebuilt(new UncheckedIOException(new IOException("disk")));
        assertRebuilt(new ExecutionException("outer", new StackOverflowError()));
        assertRebuilt(new NoSuchElementException());
        assertRebuilt(new OutOfMemoryError("Java heap space"));
        assertRebuilt(new ArithmeticException("/ by zero"));
        assertRebuilt(new AssertionError("expected 1"));
        assertRebuilt(new EaglerayException("ours"));
        assertRebuilt(new Settled("alone"));
        assertRebuilt(new Hidden());
        assertRebuilt((Exception) new FileNotFoundException("x").initCause(new RuntimeException("why")));
    }

    @Test
    void aCauseThatTheConstructorRefusesIsLeftOut() {
        RemoteError error = new RemoteError(
                Settled.class.getName(),
                Optional.of("other"),
                List.of(),
                Optional.of(Errors.of(new IOException("why"))));
        assertThat(Errors.rebuild(error, HERE))
                .isInstanceOf(Settled.class)
                .hasMessage("other")
                .hasNoCause();
        assertRebuilt(new Settled(new IOException("why")));
    }

    @Test
    void whatCannotBeRebuiltIsNull() {
        assertThat(Errors.rebuild(Errors.of(new Coded("a", 1)), HERE)).isNull();
        assertThat(Errors.rebuild(Errors.of(new Adding("a")), HERE)).isNull();
        for (String type :
                List.of("p.Missing", "java.lang.String", "", "[I", "java/lang/Error", "java.lang.Throwable\u0000")) {
            assertThat(Errors.rebuild(new RemoteError(type, Optional.of("a"), List.of(), Optional.empty()), HERE))
                    .isNull();
        }
    }

    /** Were causes made anew for each stand-in, the effort would double with every level. */
    @Test
    void aLongChainOfUnknownExceptionsIsShownAtOnce() {
        RemoteError error = new RemoteError("p.Missing", Optional.of("0"), List.of(), Optional.empty());
        for (int i = 1; i < 64; i++) {
            error = new RemoteError("p.Missing", Optional.of("" + i), List.of(), Optional.of(error));
        }
        RemoteError known = new RemoteError("java.lang.Error", Optional.of("top"), List.of(), Optional.of(error));
        int depth = 0;
        for (Throwable each = Errors.rebuild(known, HERE); each != null; each = each.getCause()) {
            depth++;
        }
        assertThat(depth).isEqualTo(65);
        assertThat(Errors.failure("f", error, HERE)).hasMessage("f failed: p.Missing: 63");
    }

    @Test
    void whatIsNoThrowableIsNotInitialized() throws Exception {
        Compiled compiled = Compiled.in(
                folder,
                "p/Evil.java",
                "package p; public class Evil { static { System.setProperty(\"eagleray.test.evil\", \"ran\"); } public Evil(String s) {} }");
        try (var loader = compiled.loader()) {
            assertThat(Errors.rebuild(new RemoteError("p.Evil", Optional.of("a"), List.of(), Optional.empty()), loader))
                    .isNull();
        }
        assertThat(System.getProperty("eagleray.test.evil")).isNull();
    }

    @Test
    void aTimeoutStaysOne() {
        EaglerayException failure =
                Errors.failure("f", Errors.of(new TaskTimeoutException("took longer than PT1S")), HERE);
        assertThat(failure).isInstanceOf(TaskTimeoutException.class).hasMessage("f timed out: took longer than PT1S");
    }

    @Test
    void theUsersOwnExceptionsAreFoundOnTheirLoader() throws Exception {
        Compiled compiled = Compiled.in(
                folder, "p/Sad.java", "package p; class Sad extends Exception { private Sad(String s) { super(s); } }");
        RemoteError error = new RemoteError("p.Sad", Optional.of("why"), List.of(), Optional.empty());
        try (var loader = compiled.loader()) {
            assertThat(Errors.failure("f", error, loader).getCause()).hasToString("p.Sad: why");
        }
        assertThat(Errors.failure("f", error, HERE)).hasNoCause();
    }

    @Test
    void theRemoteStackTraceIsSeenInAnyCase() {
        RemoteError error = Errors.of(new Coded("a", 1));
        StringWriter text = new StringWriter();
        Errors.failure("f", error, HERE).printStackTrace(new PrintWriter(text));
        assertThat(text.toString())
                .contains("f failed: " + Coded.class.getName() + ": a (1)")
                .contains("at io.eagleray.wire.ErrorsTest.theRemoteStackTraceIsSeenInAnyCase(ErrorsTest.java:")
                .contains("Suppressed: io.eagleray.client.EaglerayException: " + Coded.class.getName() + ": a (1)");
    }

    private static void assertRebuilt(Throwable thrown) {
        assertSame(Errors.rebuild(Errors.of(thrown), HERE), thrown);
    }

    private static void assertSame(@Nullable Throwable rebuilt, Throwable thrown) {
        assertThat(rebuilt).isNotNull().isNotSameAs(thrown).hasSameClassAs(thrown);
        if (rebuilt != null) {
            assertThat(rebuilt.getMessage()).isEqualTo(thrown.getMessage());
            assertThat(rebuilt.getStackTrace())
                    .usingElementComparator(ErrorsTest::compare)
                    .containsExactly(thrown.getStackTrace());
            if (thrown.getCause() != null) {
                assertSame(rebuilt.getCause(), thrown.getCause());
            } else {
                assertThat(rebuilt).hasNoCause();
            }
        }
    }

    private static int compare(StackTraceElement a, StackTraceElement b) {
        return a.getClassName().equals(b.getClassName())
                        && a.getMethodName().equals(b.getMethodName())
                        && a.getLineNumber() == b.getLineNumber()
                ? 0
                : 1;
    }

    private static int causes(RemoteError error) {
        return 1 + error.cause().map(ErrorsTest::causes).orElse(0);
    }
}
