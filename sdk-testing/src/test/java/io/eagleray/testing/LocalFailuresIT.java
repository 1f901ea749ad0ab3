package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.bundle.Application;
import io.eagleray.client.Eagleray;
import io.eagleray.client.RemoteError;
import io.eagleray.client.TaskFailedException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Failures on a real Ray, and those that need a worker apart: its class path, and its limits, are not the caller's. */
final class LocalFailuresIT extends FailureContract {
    /** With classes on the workers' class path that are not here. */
    @Override
    Eagleray connect(Path folder) {
        List<Path> classPath = new ArrayList<>(Application.current().classPath());
        classPath.add(FarClasses.into(folder));
        return connect(classPath);
    }

    private static Eagleray connect(List<Path> classPath) {
        Map<String, String> variables = new TreeMap<>(System.getenv());
        variables.put("EAGLERAY_MAX_VALUE_BYTES", "4m");
        return Eagleray.builder()
                .backend("local?ray=2.60.0&cpus=2")
                .application(new Application(Application.current().loader(), classPath))
                .variables(variables)
                .connect();
    }

    private static List<Path> classPathThat(Predicate<Path> remains) {
        return Application.current().classPath().stream().filter(remains).toList();
    }

    @Test
    void aMissingClassIsNamedWithWhatToAdd() {
        assertThat(failure(LinksTasks.goAll(List.of("far.Needing"))))
                .hasMessageContaining("Links#go [item 0 of 1] failed: java.lang.NoClassDefFoundError:"
                        + " far.Absent is not on the class path of this process: add the jar that has it")
                .hasRootCauseInstanceOf(ClassNotFoundException.class);
        assertThat(failure(LinksTasks.goAll(List.of("far.Nowhere"))))
                .hasMessageContaining("ClassNotFoundException: far.Nowhere is not on the class path of this process");
    }

    @Test
    void bytecodeThatIsTooNewNamesBothVersions() {
        assertThat(failure(LinksTasks.goAll(List.of("far.Newer"))))
                .hasMessageContaining("Links#go [item 0 of 1] failed: java.lang.UnsupportedClassVersionError:"
                        + " far.Newer was compiled for Java 99, and this process runs Java "
                        + Runtime.version().feature())
                .hasMessageContaining("run it on Java 99 or newer, or compile with --release");
    }

    @Test
    void anExceptionThatOnlyWorkersKnowIsDescribed() {
        TaskFailedException failure = failure(LinksTasks.goAll(List.of("far.Strange")));
        assertThat(failure)
                .hasMessageContaining("Links#go [item 0 of 1] failed: far.Strange: very")
                .hasStackTraceContaining("at far.Strange.go(Strange.java:1)")
                .hasStackTraceContaining("java.io.IOException: far");
        RemoteError strange = failure.error().cause().orElseThrow();
        assertThat(strange.summary()).isEqualTo("far.Strange: very");
        assertThat(strange.cause().map(RemoteError::summary)).contains("java.io.IOException: far");
    }

    @Test
    void aResultThatIsTooLargeNamesTheLimitAndHowToRaiseIt() {
        assertThat(failure(LinksTasks.sizes(1, 3 << 20)))
                .hasMessageContaining("Links#twice [item 0 of 1] failed")
                .hasMessageContaining("result: $: takes more than the limit of 4194304 bytes for one value")
                .hasMessageContaining("EAGLERAY_MAX_VALUE_BYTES");
    }

    @Test
    void valuesThatFitByThemselvesFitTogether() {
        assertThat(run(LinksTasks.sizes(64, 1 << 20))).isEqualTo(128L << 20);
    }

    @Test
    void workersWithoutTheApplicationSayWhatIsMissing() {
        try (Eagleray without = connect(classPathThat(path -> !path.equals(ofTests())))) {
            assertThatThrownBy(() -> without.run(StraysTasks.sameAll(List.of(1))))
                    .isInstanceOf(TaskFailedException.class)
                    .hasMessageContaining("Strays#same [item 0 of 1] failed")
                    .hasMessageContaining("Strays_Catalog is not here")
                    .hasMessageContaining("is the application's code on the class path of this process");
        }
    }

    @Test
    void workersWithoutEaglerayDoNotStart() {
        try (Eagleray without = connect(List.of(ofTests(), Path.of("/no/such.jar")))) {
            assertThatThrownBy(() -> without.run(StraysTasks.sameAll(List.of(1))))
                    .isInstanceOf(TaskFailedException.class)
                    .hasMessageContaining("workers do not start")
                    .hasMessageContaining("the application's class path has no Eagleray")
                    .hasMessageContaining("sdk-runtime")
                    .hasMessageContaining("missing on this node are 1 of its 2 entries, such as /no/such.jar");
        }
    }

    private static Path ofTests() {
        try {
            return Path.of(LocalFailuresIT.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
