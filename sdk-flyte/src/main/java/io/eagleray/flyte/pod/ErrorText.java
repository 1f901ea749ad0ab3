package io.eagleray.flyte.pod;

import io.eagleray.client.RemoteError;
import io.eagleray.client.RemoteError.Frame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An exception with its causes, as Java prints it, in so many bytes as Flyte keeps. What is too long loses frames and parts
 * of messages; each cause is told.
 */
final class ErrorText {
    private static final int MOST_BYTES = 60 << 10;
    private static final List<ErrorText> FORMS = List.of(
            new ErrorText(Integer.MAX_VALUE, Integer.MAX_VALUE),
            new ErrorText(64, 8 << 10),
            new ErrorText(16, 1 << 10),
            new ErrorText(4, 300));

    private final int frames;
    private final int characters;

    private ErrorText(int frames, int characters) {
        this.frames = frames;
        this.characters = characters;
    }

    static String of(RemoteError error) {
        String text = "";
        for (ErrorText form : FORMS) {
            text = form.text(error);
            if (text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
                return text;
            }
        }
        return cut(text, MOST_BYTES / 3); // a character has three bytes at most, or two have four
    }

    private String text(RemoteError error) {
        StringBuilder text = new StringBuilder();
        List<Frame> enclosing = List.of();
        for (Optional<RemoteError> next = Optional.of(error);
                next.isPresent();
                next = next.get().cause()) {
            RemoteError each = next.get();
            text.append(text.isEmpty() ? "" : "\nCaused by: ").append(cut(each.summary(), characters));
            int common = common(each.stackTrace(), enclosing);
            int told = Math.min(frames, each.stackTrace().size() - common);
            each.stackTrace()
                    .subList(0, told)
                    .forEach(frame -> text.append("\n\tat ").append(element(frame)));
            int left = each.stackTrace().size() - told;
            text.append(left > 0 ? "\n\t... " + left + " more" : "");
            enclosing = each.stackTrace();
        }
        return text.toString();
    }

    /** Frames at the end that the exception around it has told already. */
    private static int common(List<Frame> frames, List<Frame> enclosing) {
        int common = 0;
        while (common < Math.min(frames.size(), enclosing.size())
                && frames.get(frames.size() - 1 - common).equals(enclosing.get(enclosing.size() - 1 - common))) {
            common++;
        }
        return common;
    }

    private static StackTraceElement element(Frame frame) {
        return new StackTraceElement(
                frame.className(), frame.method(), frame.file().orElse(null), frame.line());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
