package io.eagleray.processor;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What came of a compile.
 *
 * @param success whether it succeeded
 * @param messages what the compiler said
 * @param log what it said besides
 * @param output where it wrote
 */
record Compilation(boolean success, List<Message> messages, String log, Path output) {

    /**
     * A message of the compiler.
     *
     * @param file the simple name of the file; empty where it is about none
     * @param line the line; -1 where it is about none
     * @param kind error or warning
     * @param text what it says
     */
    record Message(String file, long line, String kind, String text) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + kind + ": " + text;
        }
    }

    static List<Message> read(List<? extends Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream()
                .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
                .map(each -> new Message(
                        each.getSource() == null ? "" : fileName(each.getSource()),
                        each.getLineNumber(),
                        each.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning",
                        each.getMessage(Locale.ROOT)))
                .toList();
    }

    private static String fileName(JavaFileObject file) {
        return file.getName().substring(file.getName().lastIndexOf('/') + 1);
    }

    /** The text of its messages, for asserting that there are none. */
    String said() {
        return String.join("\n", messages.stream().map(Message::toString).toList()) + log;
    }
}
