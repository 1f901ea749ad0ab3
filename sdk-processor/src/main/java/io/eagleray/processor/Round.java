package io.eagleray.processor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** One round of the compiler: reads, checks and writes class after class. */
final class Round {
    private final Elements elements;
    private final ClassReader reader;
    private final Reporter reporter;
    private final Output output;
    private final Set<String> sources;
    private final Specs specs;
    private final boolean last;
    private final List<Begun> begun = new ArrayList<>();

    /** A class that was read, and what becomes of it; made while the next is read. */
    private record Begun(TypeElement type, Ahead<Draft> draft) {}

    /**
     * A round.
     *
     * @param sources the qualified names of all classes of the source; what is generated is added
     * @param specs the specs so far; what has to be written in the last round is added
     * @param last whether there is no other after it
     */
    Round(ProcessingEnvironment environment, SourceLines lines, Set<String> sources, Specs specs, boolean last) {
        this.elements = environment.getElementUtils();
        this.reader = new ClassReader(elements, lines, sources);
        this.reporter = new Reporter(environment.getMessager());
        this.output = new Output(environment.getFiler());
        this.sources = sources;
        this.specs = specs;
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
        begun.add(new Begun(type, Ahead.make(() -> Draft.of(model))));
        return true;
    }

    /** Says what is wrong with the classes that were begun, and writes their code; in their order. */
    void finish() {
        for (int i = begun.size() - 1; i >= 0; i--) {
            begun.get(i).draft().help();
        }
        for (Begun one : begun) {
            Draft draft = one.draft().get();
            draft.verdict().problems().forEach(reporter::report);
            write(draft, one.type());
        }
        if (last) {
            specs.write(elements, output, reporter);
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
            if (draft.verdict().writable() && draft.verdict().clean()) {
                specs.begin(type, model);
            }
        } catch (FilerException taken) {
            reporter.report(ClassRules.taken(model.place(), model.id(), next));
        } catch (IOException failure) {
            reporter.report(ClassRules.unwritable(model.place(), model.id(), failure));
        }
    }
}
