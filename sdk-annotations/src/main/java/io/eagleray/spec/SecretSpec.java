package io.eagleray.spec;

/**
 * A reference to a secret; never its value.
 *
 * @param name the secret's name (its group, in Flyte's words)
 * @param key the key in it
 * @param env the environment variable that carries it where the task runs; may be empty
 */
public record SecretSpec(String name, String key, String env) {}
