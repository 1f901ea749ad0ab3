package io.eagleray.processor;

import io.eagleray.Task;
import io.eagleray.call.TaskCall;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers that the processor works in. */
enum Compiler {
    JAVAC {
        @Override
        JavaCompiler tool() {
            return ToolProvider.getSystemJavaCompiler();
        }
    },
    ECJ {
        @Override
        JavaCompiler tool() {
            return new EclipseCompiler();
        }
    };

    /** What users have on their class path: annotations and runtime. */
    static final List<Path> CLASS_PATH = List.of(locationOf(Task.class), locationOf(TaskCall.class));

    abstract JavaCompiler tool();

    /** Compiles sources with the processor, on the usual class path. */
    Compilation compile(List<Path> sources, Path output, String... options) {
        return compile(sources, output, CLASS_PATH, List.of(new TaskProcessor()), options);
    }

    Compilation compile(
            List<Path> sources, Path output, List<Path> classPath, List<Processor> processors, String... options) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter log = new StringWriter();
        JavaCompiler compiler = tool();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            List<String> all = new ArrayList<>(List.of("--release", "17"));
            all.addAll(List.of(options));
            JavaCompiler.CompilationTask task =
                    compiler.getTask(log, files, diagnostics, all, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(processors);
            boolean success = task.call();
            return new Compilation(success, Compilation.read(diagnostics.getDiagnostics()), log.toString(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path locationOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** The Java files of a folder, at any depth, in the order of their names. */
    static List<Path> sourcesOf(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
