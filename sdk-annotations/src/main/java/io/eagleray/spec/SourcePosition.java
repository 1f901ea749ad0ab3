package io.eagleray.spec;

/**
 * Where something is written.
 *
 * @param file the source file, relative to its source root, such as {@code com/example/Squares.java}
 * @param line the line, from 1; 0 where the compiler does not tell
 */
public record SourcePosition(String file, int line) {}
