package io.eagleray.processor;

import java.util.List;

/**
 * What is to be said of a class, and the code for it. Made from the model alone, so in any thread; the compiler itself may
 * be asked in one only.
 *
 * @param verdict what the rules say
 * @param sources companion and catalog, where they can be generated
 */
record Draft(Verdict verdict, List<GeneratedFile> sources) {

    static Draft of(ClassModel model) {
        Verdict verdict = Verdict.on(model);
        return new Draft(verdict, verdict.writable() ? new GeneratedFiles(verdict.sound()).sources() : List.of());
    }
}
