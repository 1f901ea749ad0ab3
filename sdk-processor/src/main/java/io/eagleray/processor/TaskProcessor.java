package io.eagleray.processor;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Writes the companion, the catalog and the specs of each class with {@code @Task} and {@code @Remote} methods, and says
 * what is wrong with them.
 */
@AutoService(Processor.class)
public final class TaskProcessor extends AbstractProcessor {
    static final String GENERATED = "javax.annotation.processing.Generated";

    private final Set<String> sources = new HashSet<>();
    private final Specs specs = new Specs();
    private List<String> waiting = List.of();
    private SourceLines lines = new SourceLines.Silent();

    /** Called by the compiler. */
    public TaskProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                ClassReader.PACKAGE + "Task",
                ClassReader.PACKAGE + "Remote",
                ClassReader.PACKAGE + "RayJobConfig",
                ClassReader.PACKAGE + "PythonModule",
                GENERATED); // on what we write; unclaimed, it is warned of
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        lines = SourceLines.of(environment);
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // ours mean nothing to others, and unclaimed ones are warned of
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            sources.add(type.getQualifiedName().toString());
        }
        Round work = new Round(processingEnv, lines, sources, specs, round.processingOver());
        List<String> next = new ArrayList<>();
        for (TypeElement type : classes(annotations, round)) {
            if (!work.begin(type)) {
                next.add(type.getQualifiedName().toString());
            }
        }
        work.finish();
        annotated(annotations, round)
                .filter(TypeElement.class::isInstance)
                .forEach(type -> work.handlePython((TypeElement) type));
        waiting = next;
        return annotations.stream().allMatch(annotation -> ours(annotation, round));
    }

    /** Whether no other processor can be interested in an annotation. */
    private static boolean ours(TypeElement annotation, RoundEnvironment round) {
        return !annotation.getQualifiedName().contentEquals(GENERATED)
                || round.getElementsAnnotatedWith(annotation).stream()
                        .flatMap(element -> element.getAnnotationMirrors().stream())
                        .filter(mirror -> mirror.getAnnotationType().asElement().equals(annotation))
                        .allMatch(mirror -> mirror.toString().contains(TaskProcessor.class.getName()));
    }

    /** Those that wait since the last round, and the new ones; sorted, since ecj finds them in any order. */
    private List<TypeElement> classes(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Stream<TypeElement> waited = waiting.stream().map(processingEnv.getElementUtils()::getTypeElement);
        Stream<TypeElement> found = annotated(annotations, round)
                .filter(ExecutableElement.class::isInstance)
                .map(method -> (TypeElement) method.getEnclosingElement());
        return Stream.concat(waited, found)
                .distinct()
                .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
                .toList();
    }

    private static Stream<? extends Element> annotated(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        TypeElement[] ours = annotations.stream()
                .filter(annotation -> !annotation.getQualifiedName().contentEquals(GENERATED))
                .toArray(TypeElement[]::new);
        return round.getElementsAnnotatedWithAny(ours).stream();
    }
}
