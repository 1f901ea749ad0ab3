package io.eagleray.processor;

import java.io.IOException;
import java.util.Set;
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
     * Handles a class.
     *
     * @return false where it has to wait for a type that another processor may make
     */
    boolean handle(TypeElement type) {
        ClassModel model = reader.read(type);
        if (model.unresolved() && !last) {
            return false;
        }
        Verdict verdict = Verdict.on(model);
        verdict.problems().forEach(reporter::report);
        if (verdict.writable()) {
            write(verdict, type);
        }
        return true;
    }

    void handlePython(TypeElement type) {
        PythonRules.check(reader.readPython(type)).forEach(reporter::report);
    }

    private void write(Verdict verdict, TypeElement type) {
        try {
            output.sources(verdict.sound(), type);
            sources.addAll(verdict.sound().id().generated());
            if (verdict.clean()) {
                output.spec(verdict.sound(), type);
            }
        } catch (FilerException taken) {
            reporter.report(ClassRules.taken(verdict.sound()));
        } catch (IOException failure) {
            reporter.report(ClassRules.unwritable(verdict.sound(), failure));
        }
    }
}
