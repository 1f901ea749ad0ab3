package io.eagleray.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What build tools rely on: how the processor is found, and what each of its files is made from. */
final class IsolationTest {
    @TempDir
    Path output;

    @Test
    void isRegistered() throws IOException {
        assertThat(resource("META-INF/services/javax.annotation.processing.Processor"))
                .contains("io.eagleray.processor.TaskProcessor");
        assertThat(resource("META-INF/gradle/incremental.annotation.processors"))
                .isEqualTo("io.eagleray.processor.TaskProcessor,isolating\n");
    }

    /** Build tools wrap what javac gives to processors, as the recorder does: then lines are not known, and no more. */
    @Test
    void makesEachFileFromOneClass() {
        Recorder recorder = new Recorder();
        Compilation compilation = Compiler.JAVAC.compile(
                Compiler.sourcesOf(TestFiles.ROOT.resolve("good/nested")),
                output,
                Compiler.CLASS_PATH,
                List.of(recorder));
        assertThat(compilation.said()).isEmpty();
        assertThat(recorder.origins)
                .hasSize(18)
                .containsEntry("good.nested.Outer_InnerTasks", List.of("good.nested.Outer.Inner"))
                .containsEntry("good.nested.Outer_Inner_Catalog", List.of("good.nested.Outer.Inner"))
                .containsEntry("META-INF/eagleray/good.nested.Outer$Inner.json", List.of("good.nested.Outer.Inner"));
        assertThat(recorder.origins.values())
                .allSatisfy(origins -> assertThat(origins).hasSize(1));
        assertThat(TestFiles.read(output, "Inner.json").values())
                .singleElement()
                .asString()
                .contains("\"line\": 0");
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = TaskProcessor.class.getClassLoader().getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Our processor, with a filer that remembers the origins of each file. */
    private static final class Recorder implements Processor {
        private final Processor processor = new TaskProcessor();
        private final Map<String, List<String>> origins = new TreeMap<>();

        @Override
        public void init(ProcessingEnvironment environment) {
            Filer filer = wrap(Filer.class, environment.getFiler(), (name, arguments) -> {
                String file = name.equals("createResource") ? arguments[2].toString() : arguments[0].toString();
                List<String> elements = new ArrayList<>();
                for (Element element : (Element[]) arguments[arguments.length - 1]) {
                    elements.add(element.toString());
                }
                origins.put(file, elements);
                return null;
            });
            processor.init(wrap(
                    ProcessingEnvironment.class,
                    environment,
                    (name, arguments) -> name.equals("getFiler") ? filer : null));
        }

        @Override
        @SuppressWarnings("DoNotClaimAnnotations") // as ours says
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public Iterable<? extends javax.annotation.processing.Completion> getCompletions(
                Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
            return processor.getCompletions(element, annotation, member, userText);
        }

        /** Sees a call first; null lets it pass. */
        private interface Interceptor {
            @Nullable
            Object call(String name, Object[] arguments);
        }

        private static <T> T wrap(Class<T> type, T target, Interceptor interceptor) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        @Nullable Object own = interceptor.call(method.getName(), arguments);
                        try {
                            return own == null ? method.invoke(target, arguments) : own;
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    }));
        }
    }
}
