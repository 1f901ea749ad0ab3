package io.eagleray.processor;

import java.util.List;

/**
 * What {@code @Remote} says.
 *
 * @param method the method
 * @param place the annotation
 * @param readable false where the compiler refuses a value, so that the rest says nothing
 */
record RemoteModel(
        MethodModel method,
        Place place,
        Setting<String> name,
        Setting<Double> numCpus,
        Setting<Double> numGpus,
        Amount memory,
        List<Amount> resources,
        RetriesModel retries,
        Setting<String> timeout,
        boolean readable) {

    RemoteModel {
        resources = List.copyOf(resources);
    }
}
