package io.eagleray.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.processor.Compilation.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Types that are not there in the first round, or never. */
final class OtherProcessorsTest {
    private static final String SOURCE = """
            package p;

            import io.eagleray.Remote;
            import io.eagleray.Task;
            import java.util.List;

            class Late {
                @Task
                static int count(List<Made> made) {
                    return made.size();
                }

                @Remote
                static int other(int x) {
                    return x;
                }

                static Object companion() {
                    return LateTasks.other(1);
                }
            }
            """;

    @TempDir
    Path folder;

    /** Makes a record in its first round. */
    private static final class Maker extends AbstractProcessor {
        private boolean made;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!made) {
                made = true;
                try (Writer source =
                        processingEnv.getFiler().createSourceFile("p.Made").openWriter()) {
                    source.write("package p; record Made(int x) {}");
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void waitsForWhatAnotherProcessorMakes(Compiler compiler) {
        Compilation compilation = compiler.compile(
                List.of(source()), folder, Compiler.CLASS_PATH, List.of(new Maker(), new TaskProcessor()));
        assertThat(compilation.said()).isEmpty();
        assertThat(TestFiles.read(folder, ".json").get("META-INF/eagleray/p.Late.json"))
                .contains("\"name\": \"p.Made\"");
    }

    @ParameterizedTest
    @EnumSource
    void leavesAMissingTypeToTheCompiler(Compiler compiler) {
        Compilation compilation = compiler.compile(List.of(source()), folder);
        assertThat(compilation.success()).isFalse();
        assertThat(compilation.messages())
                .filteredOn(message -> message.kind().equals("error"))
                .singleElement()
                .extracting(Message::line)
                .isEqualTo(9L);
        assertThat(TestFiles.read(folder, ".json")).isEmpty();
    }

    private Path source() {
        return TestFiles.write(folder.resolve("p/Late.java"), SOURCE);
    }
}
