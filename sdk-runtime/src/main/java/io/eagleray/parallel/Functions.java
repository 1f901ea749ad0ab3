package io.eagleray.parallel;

import io.eagleray.call.CatalogFunction;
import io.eagleray.call.CatalogFunction.Kind;
import io.eagleray.client.ConfigurationException;
import io.eagleray.parallel.WorkerRequest.Work;
import io.eagleray.wire.Calls;
import io.eagleray.wire.ValueForm;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The functions that a worker has called: to find one takes longer than to call most. */
final class Functions {
    private final ClassLoader loader;
    private final Map<Name, Function> known = new ConcurrentHashMap<>();

    /** Those that a class loader finds. */
    Functions(ClassLoader loader) {
        this.loader = loader;
    }

    private record Name(String catalog, String function, int parameters) {}

    /**
     * A function, with the forms of what crosses.
     *
     * @param function the function
     * @param parameters the forms of its arguments
     * @param result that of its result
     */
    record Function(CatalogFunction function, List<ValueForm> parameters, ValueForm result) {}

    ClassLoader loader() {
        return loader;
    }

    /**
     * The function of a request.
     *
     * @throws ConfigurationException when it is not here
     */
    Function of(Work work) {
        Name name = new Name(work.catalog(), work.function(), work.parameters());
        Function function = known.get(name);
        if (function == null) {
            function = find(name);
            known.put(name, function);
        }
        return function;
    }

    private Function find(Name name) {
        CatalogFunction found = Calls.catalog(name.catalog(), loader)
                .find(Kind.REMOTE, name.function())
                .filter(each -> each.parameters().size() == name.parameters())
                .orElseThrow(() -> new ConfigurationException("the worker's " + name.catalog() + " has no function \""
                        + name.function() + "\" with " + name.parameters()
                        + " parameters: its class path has another build of the application"));
        return new Function(
                found,
                found.parameters().stream()
                        .map(parameter -> ValueForm.of(parameter.type()))
                        .toList(),
                ValueForm.of(found.result()));
    }
}
