package io.eagleray.bundle;

import io.eagleray.spec.ClassSpec;
import io.eagleray.spec.TaskSpec;
import java.nio.file.Path;

/**
 * A task of an application.
 *
 * @param spec what it is
 * @param declaredBy the class that declares it
 * @param origin the directory or jar that its spec was found in
 */
public record RegisteredTask(TaskSpec spec, ClassSpec declaredBy, Path origin) {

    /**
     * Where it is written, for people.
     *
     * @return class, source file, line, and the directory or jar
     */
    public String place() {
        return declaredBy.className() + "." + spec.method() + " ("
                + spec.source().file() + ":" + spec.source().line() + ", in " + origin + ")";
    }
}
