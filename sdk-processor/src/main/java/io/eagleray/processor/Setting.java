package io.eagleray.processor;

/**
 * What an attribute of an annotation says.
 *
 * @param value its value, or its default
 * @param written whether it stands in the source
 * @param place where it stands; the annotation, where only the default is meant
 */
record Setting<T>(T value, boolean written, Place place) {}
