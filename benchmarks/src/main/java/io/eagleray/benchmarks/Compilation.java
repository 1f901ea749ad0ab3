package io.eagleray.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The price of the annotation processor: javac with it, beside javac of what it would have written by hand. */
final class Compilation {
    private static final Bar BAR = new Bar.AtMost(1.5);

    private final Places places;
    private final Path work;
    private final Sources sources;

    Compilation(Places places, Sources sources) {
        this.places = places;
        this.work = places.work().resolve("javac");
        this.sources = sources;
    }

    /** The classes of the tasks, with their companions, catalogs and specs. */
    Path classes() {
        return work.resolve("classes");
    }

    /** Compiles with the processor; gives what has done it. */
    Command compile() {
        Command processed = withProcessor();
        processed.time();
        return processed;
    }

    /**
     * Compiles once with the processor, to have the generated sources that the other side compiles.
     *
     * @throws IllegalStateException when javac failed
     */
    Comparison prepare(Size size) {
        Command processed = compile();
        List<Path> generated = Sources.below(generated(), ".java");
        if (generated.size() != 2 * size.classes()) {
            throw new IllegalStateException("a companion and a catalog for each of " + size.classes()
                    + " classes were expected in " + generated() + ", not " + generated);
        }
        return new Comparison(
                "javac of " + size,
                new Comparison.Step("without the processor, generated sources given", withoutProcessor(generated)),
                new Comparison.Step("with the processor", processed),
                BAR);
    }

    private Path generated() {
        return work.resolve("generated");
    }

    private Command withProcessor() {
        Sources.in(generated());
        return javac("processed", Sources.below(sources.folder(), ".java"), classes())
                .and("-processorpath", places.processor(), "-s", generated().toString());
    }

    private Command withoutProcessor(List<Path> generated) {
        List<Path> all = Stream.concat(Sources.below(sources.folder(), ".java").stream(), generated.stream())
                .toList();
        return javac("given", all, work.resolve("given")).and("-proc:none");
    }

    /** As Maven calls it, with the files in an argument file. */
    private Command javac(String name, List<Path> files, Path classes) {
        Sources.in(classes);
        Path list = Sources.in(work.resolve(name))
                .write(
                        "sources",
                        files.stream()
                                .map(file -> '"' + file.toString().replace("\\", "\\\\") + '"')
                                .collect(Collectors.joining("\n")));
        return Command.of(
                work,
                work.resolve(name).resolve("output"),
                Places.tool("javac"),
                "--release",
                "17",
                "-encoding",
                "UTF-8",
                "-g",
                "-parameters",
                "-classpath",
                places.runtime(),
                "-d",
                classes.toString(),
                "@" + list);
    }
}
