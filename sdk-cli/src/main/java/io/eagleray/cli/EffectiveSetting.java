package io.eagleray.cli;

import java.util.Optional;

/**
 * What holds for a setting.
 *
 * @param name its name
 * @param value its value; empty where nothing sets it
 * @param origin who says so: a flag, a variable, a line of {@code eagleray.yaml}, an annotation, or the default
 */
record EffectiveSetting(String name, Optional<String> value, String origin) {}
