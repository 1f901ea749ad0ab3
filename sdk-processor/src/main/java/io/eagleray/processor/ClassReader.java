package io.eagleray.processor;

import io.eagleray.PythonModule;
import io.eagleray.RayJobConfig;
import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.processor.ClassModel.Surroundings;
import io.eagleray.processor.MethodModel.ParameterModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads annotated classes. One reader serves a round. */
final class ClassReader {
    static final String PACKAGE = "io.eagleray.";
    private static final String RUNTIME = "io.eagleray.call.TaskCall";

    private final Elements elements;
    private final SourceLines lines;
    private final Set<String> sources;
    private final TypeReader types = new TypeReader();
    private final Defaults defaults = new Defaults();

    /**
     * A reader.
     *
     * @param sources the qualified names of all classes of the source
     */
    ClassReader(Elements elements, SourceLines lines, Set<String> sources) {
        this.elements = elements;
        this.lines = lines;
        this.sources = sources;
    }

    ClassModel read(TypeElement type) {
        ClassId id = ClassIds.of(type);
        List<MethodModel> methods = new ArrayList<>();
        List<TaskModel> tasks = new ArrayList<>();
        List<RemoteModel> remotes = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            Map<String, AnnotationMirror> annotations = annotations(method);
            if (annotations.isEmpty()) {
                continue;
            }
            MethodModel model = method(type, method, annotations);
            methods.add(model);
            Attributes.Source source = new Attributes.Source(model.place(), annotations, defaults);
            Optional<Attributes> task = source.find(Task.class);
            Optional<Attributes> rayJob = source.find(RayJobConfig.class);
            Optional<Attributes> remote = source.find(Remote.class);
            if (task.isPresent()) {
                tasks.add(ConfigurationReader.task(model, source, task.get(), rayJob));
            } else if (remote.isPresent()) {
                remotes.add(ConfigurationReader.remote(model, source, remote.get()));
            }
        }
        return new ClassModel(
                id,
                Place.of(type),
                TypeReader.access(type),
                surroundings(id, type),
                methods,
                tasks,
                remotes,
                types.definitions());
    }

    PythonModel readPython(TypeElement type) {
        Map<String, AnnotationMirror> annotations = annotations(type);
        Attributes.Source source = new Attributes.Source(Place.of(type), annotations, defaults);
        Attributes python = source.find(PythonModule.class).orElseThrow();
        List<MethodModel> methods = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                .map(method -> method(type, method, Map.of()))
                .toList();
        return new PythonModel(
                ClassIds.of(type),
                Place.of(type),
                python.place(),
                type.getKind() == ElementKind.INTERFACE,
                python.text("value"),
                methods,
                types.definitions());
    }

    private static Map<String, AnnotationMirror> annotations(Element element) {
        Map<String, AnnotationMirror> annotations = new LinkedHashMap<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement annotation = (TypeElement) mirror.getAnnotationType().asElement();
            String simpleName = annotation.getSimpleName().toString();
            if (annotation.getQualifiedName().contentEquals(PACKAGE + simpleName)) {
                annotations.put(simpleName, mirror);
            }
        }
        return annotations;
    }

    private MethodModel method(TypeElement type, ExecutableElement method, Map<String, AnnotationMirror> annotations) {
        Place place = Place.of(method);
        Map<String, Place> places = new HashMap<>();
        annotations.forEach((name, mirror) -> places.put(name, place.annotation(mirror)));
        return new MethodModel(
                place,
                method.getSimpleName().toString(),
                method.getModifiers(),
                !method.getTypeParameters().isEmpty(),
                method.isVarArgs(),
                method.getParameters().stream()
                        .map(parameter -> new ParameterModel(
                                place.parameter(parameter),
                                parameter.getSimpleName().toString(),
                                types.read(parameter.asType())))
                        .toList(),
                types.read(method.getReturnType()),
                places,
                lines.line(type, method),
                quiet(method) || quiet(type));
    }

    private static boolean quiet(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().asElement().getSimpleName().contentEquals("SuppressWarnings")
                    && mirror.getElementValues().toString().contains("\"eagleray\"")) {
                return true;
            }
        }
        return false;
    }

    private Surroundings surroundings(ClassId id, TypeElement type) {
        String file = lines.file(type);
        String fileName = file.isEmpty() ? id.names().get(0) + ".java" : file;
        List<String> taken = id.generated().stream().filter(sources::contains).toList();
        return new Surroundings(
                (id.packageName().isEmpty() ? "" : id.packageName().replace('.', '/') + "/") + fileName,
                taken,
                visible(elements.getModuleOf(type), RUNTIME),
                readsGenerated(elements.getModuleOf(type)));
    }

    private boolean visible(@Nullable ModuleElement module, String name) {
        return (module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name)) != null;
    }

    /** A named module has to say that it reads {@code java.compiler}; ecj would find the annotation all the same. */
    private boolean readsGenerated(@Nullable ModuleElement module) {
        if (module == null || module.isUnnamed()) {
            return visible(module, TaskProcessor.GENERATED);
        }
        return ElementFilter.requiresIn(module.getDirectives()).stream()
                .anyMatch(each -> each.getDependency().getQualifiedName().contentEquals("java.compiler"));
    }
}
