package io.eagleray.processor;

/**
 * A key and its value, such as a label, an environment variable or a quantity.
 *
 * @param key the key
 * @param value the value
 */
record Entry(Setting<String> key, Setting<String> value) {}
