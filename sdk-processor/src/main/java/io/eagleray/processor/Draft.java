package io.eagleray.processor;

import java.util.List;
import java.util.Optional;

/**
 * What is to be said of a class, and written for it. Made from the model alone, so in any thread; the compiler itself may be
 * asked in one only.
 *
 * @param verdict what the rules say
 * @param sources companion and catalog, where they can be generated
 * @param spec the spec, where nothing is wrong
 */
record Draft(Verdict verdict, List<GeneratedFile> sources, Optional<GeneratedFile> spec) {

    static Draft of(ClassModel model) {
        Verdict verdict = Verdict.on(model);
        GeneratedFiles files = new GeneratedFiles(verdict.sound());
        return new Draft(
                verdict,
                verdict.writable() ? files.sources() : List.of(),
                verdict.writable() && verdict.clean() ? Optional.of(files.spec()) : Optional.empty());
    }
}
