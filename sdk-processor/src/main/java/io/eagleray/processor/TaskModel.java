package io.eagleray.processor;

import java.util.List;
import java.util.Optional;

/**
 * What {@code @Task} says.
 *
 * @param method the method
 * @param place the annotation
 * @param readable false where the compiler refuses a value, so that the rest says nothing
 */
record TaskModel(
        MethodModel method,
        Place place,
        Setting<String> name,
        String description,
        RetriesModel retries,
        Setting<String> timeout,
        Setting<Boolean> cache,
        Setting<String> cacheVersion,
        boolean interruptible,
        ResourcesModel resources,
        List<Entry> env,
        List<SecretModel> secrets,
        List<Entry> labels,
        Optional<RayJobModel> rayJob,
        boolean readable) {

    TaskModel {
        env = List.copyOf(env);
        secrets = List.copyOf(secrets);
        labels = List.copyOf(labels);
    }
    /** A reference to a secret. */
    record SecretModel(Setting<String> name, Setting<String> key, Setting<String> env) {}
}
