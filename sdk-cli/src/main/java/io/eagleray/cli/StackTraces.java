package io.eagleray.cli;

import io.eagleray.client.RemoteError;
import java.util.Optional;
import java.util.stream.Collectors;

/** Exceptions that were thrown elsewhere, as Java prints its own. */
final class StackTraces {
    private StackTraces() {}

    static String text(RemoteError error) {
        StringBuilder text = new StringBuilder();
        String separator = "";
        for (Optional<RemoteError> next = Optional.of(error);
                next.isPresent();
                next = next.get().cause()) {
            text.append(separator).append(next.get().summary()).append(frames(next.get()));
            separator = System.lineSeparator() + "Caused by: ";
        }
        return text.toString();
    }

    private static String frames(RemoteError error) {
        return error.stackTrace().stream()
                .map(frame -> new StackTraceElement(
                        frame.className(), frame.method(), frame.file().orElse(null), frame.line()))
                .map(element -> System.lineSeparator() + "\tat " + element)
                .collect(Collectors.joining());
    }
}
