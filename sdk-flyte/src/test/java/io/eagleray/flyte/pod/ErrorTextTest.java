package io.eagleray.flyte.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.wire.Errors;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorTextTest {
    private static final int MOST = 64 << 10;

    private static Throwable nested(int depth, int length) {
        Throwable failure = new IllegalStateException("innermost");
        for (int i = 0; i < depth; i++) {
            failure = new IllegalStateException(i + "\u20ac".repeat(length), failure);
        }
        return failure;
    }

    private static Throwable deep(int frames) {
        return frames == 0 ? new IllegalStateException("deep", deepCause(400)) : deep(frames - 1);
    }

    private static Throwable deepCause(int frames) {
        return frames == 0 ? new IllegalArgumentException("cause") : deepCause(frames - 1);
    }

    /** But for the modules, which a remote error does not have. */
    @Test
    void isWhatJavaPrints() {
        Throwable failure = new IllegalStateException("outer", new IllegalArgumentException("inner", deepCause(3)));
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertThat(ErrorText.of(Errors.of(failure)))
                .isEqualTo(printed.toString().strip().replaceAll("\tat (?:app//|java.base/)", "\tat "));
    }

    @Test
    void manyFramesLeaveRoomForTheCause() {
        String text = ErrorText.of(Errors.of(deep(450)));
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST);
        assertThat(text)
                .startsWith("java.lang.IllegalStateException: deep\n\tat ")
                .contains("\nCaused by: java.lang.IllegalArgumentException: cause\n\tat ", " more");
    }

    @Test
    void longMessagesLeaveRoomForTheCauses() {
        String text = ErrorText.of(Errors.of(nested(20, 100_000)));
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST);
        assertThat(text).contains("Caused by: java.lang.IllegalStateException: innermost");
    }

    @Test
    void nothingIsTooMuch() {
        String text = ErrorText.of(Errors.of(nested(40, 70_000)));
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST);
        assertThat(text).startsWith("java.lang.IllegalStateException: 39\u20ac");
    }
}
