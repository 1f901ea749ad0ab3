package io.eagleray.processor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** Writes files, each with a class as its only origin. */
final class Output {
    private final Filer filer;

    Output(Filer filer) {
        this.filer = filer;
    }

    void source(GeneratedFile file, Element origin) throws IOException {
        try (Writer target = filer.createSourceFile(file.name(), origin).openWriter()) {
            target.write(file.content());
        }
    }

    void resource(GeneratedFile file, Element origin) throws IOException {
        // no writer: its encoding would be that of the sources
        try (OutputStream target = filer.createResource(StandardLocation.CLASS_OUTPUT, "", file.name(), origin)
                .openOutputStream()) {
            target.write(file.content().getBytes(StandardCharsets.UTF_8));
        }
    }
}
