package io.eagleray.processor;

/**
 * A file that is not written yet.
 *
 * @param name the qualified name of a class, or the path of a resource
 * @param content what is in it
 */
record GeneratedFile(String name, String content) {}
