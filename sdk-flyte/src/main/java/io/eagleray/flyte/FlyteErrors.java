package io.eagleray.flyte;

import flyteidl.core.Execution.ExecutionError;
import io.eagleray.backend.Shown;
import io.eagleray.client.BackendException;
import io.eagleray.client.RemoteError;
import io.eagleray.client.RemoteError.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Flyte keeps of a failure, a code and a text, as the exception that it tells of. */
final class FlyteErrors {
    private static final int LONGEST = 1 << 17;
    private static final int MOST_CAUSES = 50;

    /** What Flyte puts before the message of the last attempt. */
    private static final Pattern ATTEMPTS =
            Pattern.compile("\\[\\d+/\\d+] currentAttempt done\\. Last Error: [A-Z]+::", Pattern.DOTALL);

    private static final Pattern CODE =
            Pattern.compile("(?:.*\\|)?(?:(?:USER|SYSTEM):)?([A-Za-z_$][\\w$]*(?:\\.[\\w$]+)+)");
    private static final Pattern FRAME = Pattern.compile(
            "\\s*at (?:[^/\\s(]*/)*([^/\\s(]+)\\.([^.\\s(]+)\\((Native Method|Unknown Source|[^():]+)(?::(\\d{1,9}))?\\)");
    /** The frames that an exception shares with the one that it is the cause of. */
    private static final Pattern MORE = Pattern.compile("\\s*\\.\\.\\. (\\d{1,5}) more");

    private static final Pattern FILE = Pattern.compile("[^():]+\\.\\w+");
    private static final Pattern HEAD =
            Pattern.compile("([A-Za-z_$][\\w$]*(?:\\.[\\w$]+)+)(?:: (.*))?", Pattern.DOTALL);
    private static final String CAUSE = "Caused by: ";
    private static final int NATIVE = -2;

    private FlyteErrors() {}

    /** The failure of an execution. */
    static RemoteError of(ExecutionError error) {
        String text = Shown.lines(
                ATTEMPTS.matcher(error.getMessage().replace("\t", "    ")).replaceFirst(""), LONGEST);
        Matcher code = CODE.matcher(error.getCode());
        if (!code.matches()) {
            return new RemoteError(
                    BackendException.class.getName(),
                    Optional.of("Flyte reports " + error.getCode() + ": " + text.strip()),
                    List.of(),
                    Optional.empty());
        }
        return parsed(text.lines().toList(), code.group(1), List.of(), 0);
    }

    private static RemoteError parsed(List<String> lines, String fallback, List<Frame> enclosing, int depth) {
        int cause = 0;
        while (cause < lines.size() && !(cause > 0 && lines.get(cause).startsWith(CAUSE))) {
            cause++;
        }
        List<Frame> frames = new ArrayList<>();
        List<String> head = new ArrayList<>();
        boolean isHead = true;
        for (String line : lines.subList(0, cause)) {
            Matcher frame = FRAME.matcher(line);
            Matcher more = MORE.matcher(line);
            if (frame.matches()) {
                frames.add(frame(frame));
            } else if (more.matches()) {
                int common = Math.min(enclosing.size(), Integer.parseInt(more.group(1)));
                frames.addAll(enclosing.subList(enclosing.size() - common, enclosing.size()));
            } else if (isHead) {
                head.add(line);
                continue;
            }
            isHead = false;
        }
        Optional<RemoteError> next = cause < lines.size() && depth < MOST_CAUSES
                ? Optional.of(parsed(unprefixed(lines.subList(cause, lines.size())), fallback, frames, depth + 1))
                : Optional.empty();
        return headed(String.join("\n", head), fallback, frames, next);
    }

    private static List<String> unprefixed(List<String> lines) {
        List<String> rest = new ArrayList<>(lines);
        rest.set(0, rest.get(0).substring(CAUSE.length()));
        return rest;
    }

    private static RemoteError headed(String head, String fallback, List<Frame> frames, Optional<RemoteError> cause) {
        Matcher named = HEAD.matcher(head);
        return named.matches()
                ? new RemoteError(named.group(1), Optional.ofNullable(named.group(2)), frames, cause)
                : new RemoteError(fallback, Optional.of(head.strip()), frames, cause);
    }

    private static Frame frame(Matcher frame) {
        String place = frame.group(3);
        int line =
                frame.group(4) != null ? Integer.parseInt(frame.group(4)) : place.equals("Native Method") ? NATIVE : -1;
        return new Frame(
                frame.group(1),
                frame.group(2),
                FILE.matcher(place).matches() ? Optional.of(place) : Optional.empty(),
                line);
    }
}
