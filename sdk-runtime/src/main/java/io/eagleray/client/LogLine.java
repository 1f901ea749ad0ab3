package io.eagleray.client;

import java.time.Instant;

/**
 * A line that a task or a worker has logged.
 *
 * @param time when
 * @param source where: {@code driver}, or a worker's name
 * @param level {@code TRACE}, {@code DEBUG}, {@code INFO}, {@code WARN} or {@code ERROR}; {@code INFO} for standard
 *     output, {@code WARN} for standard error
 * @param text the line, without its line break
 */
public record LogLine(Instant time, String source, String level, String text) {}
