package io.eagleray.parallel;

import io.eagleray.call.CatalogFunction;
import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.Quantity;
import io.eagleray.spec.RemoteSpec;
import io.eagleray.wire.Specs;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the annotation of a remote function says of its calls. */
record Policy(WorkerShape shape, int retries, List<String> retryOn, Optional<Duration> timeout) {

    static Policy of(CatalogFunction function) {
        String className = function.catalog().className();
        ClassLoader loader = function.catalog().getClass().getClassLoader();
        return Specs.load(loader, className).remotes().stream()
                .filter(remote -> remote.name().equals(function.name()))
                .findFirst()
                .map(Policy::of)
                .orElseThrow(() -> new ConfigurationException("the spec of " + className + " does not mention \""
                        + function.name() + "\": spec and catalog are of different compilations; compile again"));
    }

    private static Policy of(RemoteSpec spec) {
        long memory = spec.memory().isEmpty()
                ? 0
                : Quantity.parse(spec.memory())
                        .value()
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact();
        WorkerShape shape = new WorkerShape(spec.numCpus(), spec.numGpus(), memory, spec.resources());
        return new Policy(shape, spec.retries(), spec.retryOn(), spec.timeout());
    }
}
