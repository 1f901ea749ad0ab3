package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaTasksTest {
    private static final Size SMALL = new Size(2, TaskShape.ALL.size() + 1);

    @TempDir
    private Path folder;

    @Test
    void compileWithoutAWordAndGetTheirSpecs() throws Exception {
        Sources sources = JavaTasks.write(folder.resolve("java"), SMALL);
        Sources classes = Sources.in(folder.resolve("classes"));
        assertThat(compile(Sources.below(sources.folder(), ".java"), classes.folder()))
                .isEmpty();
        assertThat(names(Sources.below(classes.folder(), ".json")))
                .containsExactly("com.example.many.Batch00.json", "com.example.many.Batch01.json");
        assertThat(names(Sources.below(classes.folder(), "Tasks.class")))
                .containsExactly("Batch00Tasks.class", "Batch01Tasks.class");
    }

    @Test
    void areTheSameEachTime() {
        Sources one = JavaTasks.write(folder.resolve("one"), SMALL);
        Sources other = JavaTasks.write(folder.resolve("other"), SMALL);
        List<Path> files = Sources.below(one.folder(), ".java");
        assertThat(files)
                .hasSize(6)
                .allSatisfy(file -> assertThat(file)
                        .hasSameTextualContentAs(
                                other.folder().resolve(one.folder().relativize(file))));
    }

    private static List<String> compile(List<Path> sources, Path classes) throws Exception {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, null, null)) {
            String classPath = System.getProperty("java.class.path");
            List<String> options = List.of(
                    "-Xlint:all,-processing,-classfile,-path",
                    "-classpath",
                    classPath,
                    "-processorpath",
                    classPath,
                    "-processor",
                    "io.eagleray.processor.TaskProcessor",
                    "-d",
                    classes.toString());
            javac.getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        List<String> lines = new ArrayList<>();
        said.getDiagnostics().forEach(each -> lines.add(each.toString()));
        return lines;
    }

    private static Stream<String> names(List<Path> files) {
        return files.stream().map(file -> String.valueOf(file.getFileName()));
    }
}
