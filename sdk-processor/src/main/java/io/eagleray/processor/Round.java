package io.eagleray.processor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** One round of the compiler: reads, checks and writes class after class. */
final class Round {
    private final ClassReader reader;
    private final Reporter reporter;
    private final Output output;
    private final Set<String> sources;
    private final boolean last;
    private final List<Begun> begun = new ArrayList<>();

    /** A class that was read, and what becomes of it; made while the next is read. */
    private record Begun(TypeElement type, CompletableFuture<Draft> draft) {}

    /**
     * A round.
     *
     * @param sources the qualified names of all classes of the source; what is generated is added
     * @param last whether there is no other after it
     */
    Round(ProcessingEnvironment environment, SourceLines lines, Set<String> sources, boolean last) {
        this.reader = new ClassReader(environment.getElementUtils(), lines, sources);
        this.reporter = new Reporter(environment.getMessager());
        this.output = new Output(environment.getFiler());
        this.sources = sources;
        this.last = last;
    }

    /**
     * Begins to handle a class.
     *
     * @return false where it has to wait for a type that another processor may make
     */
    boolean begin(TypeElement type) {
        ClassModel model = reader.read(type);
        if (model.unresolved() && !last) {
            return false;
        }
        begun.add(new Begun(type, CompletableFuture.supplyAsync(() -> Draft.of(model))));
        return true;
    }

    /** Says what is wrong with the classes that were begun, and writes their files; in their order. */
    void finish() {
        for (Begun one : begun) {
            Draft draft = one.draft().join();
            draft.verdict().problems().forEach(reporter::report);
            write(draft, one.type());
        }
    }

    void handlePython(TypeElement type) {
        PythonRules.check(reader.readPython(type)).forEach(reporter::report);
    }

    private void write(Draft draft, TypeElement type) {
        ClassModel model = draft.verdict().sound();
        String next = "";
        try {
            for (GeneratedFile source : draft.sources()) {
                next = source.name();
                output.source(source, type);
                sources.add(next);
            }
            if (draft.spec().isPresent()) {
                next = draft.spec().get().name();
                output.resource(draft.spec().get(), type);
            }
        } catch (FilerException taken) {
            reporter.report(ClassRules.taken(model, next));
        } catch (IOException failure) {
            reporter.report(ClassRules.unwritable(model, failure));
        }
    }
}
