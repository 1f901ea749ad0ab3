package io.eagleray.testing;

import io.eagleray.client.Eagleray;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Connects for tests with {@link EaglerayTest}; JUnit closes the connections with the contexts that hold them. */
final class EaglerayExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(EaglerayExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Eagleray.class;
    }

    @Override
    public Eagleray resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext holder = context;
        Optional<EaglerayTest> annotation = annotation(holder);
        while (annotation.isEmpty() && holder.getParent().isPresent()) {
            holder = holder.getParent().get();
            annotation = annotation(holder);
        }
        return connection(holder, annotation.orElseThrow());
    }

    /** The annotation of the very method or class that a context is for. */
    private static Optional<EaglerayTest> annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), EaglerayTest.class);
    }

    private static Eagleray connection(ExtensionContext holder, EaglerayTest annotation) {
        return Objects.requireNonNull(holder.getStore(NAMESPACE)
                .getOrComputeIfAbsent(annotation.backend(), backend -> Eagleray.connect(backend), Eagleray.class));
    }
}
