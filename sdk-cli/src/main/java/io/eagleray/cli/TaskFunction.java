package io.eagleray.cli;

import io.eagleray.bundle.Application;
import io.eagleray.bundle.RegisteredTask;
import io.eagleray.bundle.TaskRegistry;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.TaskHandle;
import io.eagleray.call.ValueType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Calls;
import java.util.Optional;

/**
 * A task of an application, ready to be called.
 *
 * @param application the application
 * @param registered what is declared of it
 * @param catalogued its function
 */
record TaskFunction(Application application, RegisteredTask registered, CatalogFunction catalogued) {

    /**
     * Finds a task; from then on this thread loads the application's classes.
     *
     * @throws ConfigurationException when the application does not have it
     */
    static TaskFunction of(Application application, String name) {
        RegisteredTask registered = TaskRegistry.of(application).task(name);
        Thread.currentThread().setContextClassLoader(application.loader());
        CatalogFunction function = Calls.catalog(registered.declaredBy().catalog(), application.loader())
                .find(CatalogFunction.Kind.TASK, name)
                .orElseThrow(() -> new ConfigurationException("the catalog of " + registered.place()
                        + " does not have the task \"" + name + "\": spec and catalog are of different compilations;"
                        + " compile again"));
        return new TaskFunction(application, registered, function);
    }

    TaskHandle<Object> handle() {
        return TaskHandle.of(catalogued);
    }

    ValueType result() {
        return catalogued.result();
    }

    /** The backend that its annotation names. */
    Optional<String> address() {
        return address(registered.spec());
    }

    /** The backend that a task's annotation names. */
    static Optional<String> address(TaskSpec spec) {
        return spec.rayJob().map(RayJobSpec::address).filter(text -> !text.isBlank());
    }
}
