package io.eagleray.spec;

import java.util.List;

/**
 * All that one class declares: the content of one {@code META-INF/eagleray/<binary class name>.json}.
 *
 * @param schemaVersion the version of the file's layout, {@value #SCHEMA_VERSION} today
 * @param className the binary name of the annotated class, such as {@code com.example.Outer$Squares}
 * @param catalog the binary name of its generated catalog
 * @param tasks its tasks, sorted by name
 * @param remotes its remote functions, sorted by name
 */
public record ClassSpec(
        int schemaVersion, String className, String catalog, List<TaskSpec> tasks, List<RemoteSpec> remotes) {

    /** The version of the layout that this release writes and reads. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the lists. */
    public ClassSpec {
        tasks = List.copyOf(tasks);
        remotes = List.copyOf(remotes);
    }
}
