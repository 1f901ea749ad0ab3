package io.eagleray.flyte.pod;

import static org.assertj.core.api.Assertions.assertThat;

import flyteidl.core.Errors.ContainerError;
import io.eagleray.flyte.server.FolderStorage;
import io.eagleray.flyte.server.PythonEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code and nodes that are not what they should be. */
@Tag("any-jdk")
@Timeout(300)
class PodTroublesIT {
    @TempDir
    private Path folder;

    private FolderStorage storage;
    private Pods pods;

    @BeforeEach
    void store() throws IOException {
        storage = new FolderStorage(folder.resolve("storage"));
        pods = new Pods(folder, storage);
        storage.store("nothing/inputs.pb", new byte[0]);
    }

    private ContainerError error() throws IOException, InterruptedException {
        Pods.Ended ended = pods.start("nothing", pods.words(Pods.task("nothing")));
        assertThat(ended.code()).as(ended.output()).isZero();
        return pods.error("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/evil", "a/../../evil", "a\\evil", "link"})
    void zipsThatLeadOutAreRefused(String entry) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("evil.py"), PythonEnvironment.resource("evil.py"));
        StoredFile boot = pods.code.files().get(0);
        Process python =
                new ProcessBuilder("python3", script.toString(), boot.file().toString(), entry).start();
        assertThat(python.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(python.exitValue()).isZero();
        ContainerError error = error();
        assertThat(error.getCode()).isEqualTo("CodeDamaged");
        assertThat(error.getMessage()).contains(boot.name(), "leads out of it", "register the task again");
    }

    @Test
    void whatIsNoZipIsRefused() throws IOException, InterruptedException {
        Files.writeString(pods.code.files().get(0).file(), "no zip");
        assertThat(error().getCode()).isEqualTo("CodeDamaged");
    }

    @Test
    void aPackageThatIsMissingIsSaid() throws IOException, InterruptedException {
        List<String> words = pods.words(Pods.task("nothing"));
        String name = pods.code.files().get(1).name();
        Files.delete(folder.resolve("storage").resolve(name));
        assertThat(pods.start("nothing", words).code()).isZero();
        assertThat(pods.error("nothing").getMessage()).contains("cannot get " + storage.uri(name), "FileNotFound");
        assertThat(pods.error("nothing").getKind()).isEqualTo(ContainerError.Kind.RECOVERABLE);
    }

    @Test
    void anApplicationWithoutEaglerayIsSaid() throws IOException, InterruptedException {
        pods = new Pods(folder, storage, Pods.classPath().subList(0, 1));
        ContainerError error = error();
        assertThat(error.getCode()).isEqualTo("CodeMisfit");
        assertThat(error.getMessage()).startsWith("the sdk-runtime of the application is missing");
        assertThat(error.getKind()).isEqualTo(ContainerError.Kind.NON_RECOVERABLE);
    }

    /** A digest is only as good as the folder that was unpacked to. */
    @Test
    void aFolderThatOthersCanWriteIsRefused() throws IOException, InterruptedException {
        Path home = folder.resolve("tmp").resolve("eagleray-" + Files.getAttribute(folder, "unix:uid"));
        Files.createDirectories(home);
        Files.setPosixFilePermissions(home, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
        ContainerError error = error();
        assertThat(error.getCode()).isEqualTo("NoRoom");
        assertThat(error.getMessage()).contains("can be written by others", "TMPDIR");
    }

    @Test
    void inputsOfAnotherTypeAreSaid() throws IOException, InterruptedException {
        storage.store("halt/inputs.pb", new byte[] {1, 2, 3});
        assertThat(pods.start("halt", pods.words(Pods.task("halt"))).code()).isZero();
        assertThat(pods.error("halt").getMessage()).contains("the inputs are no literals of Flyte");
        assertThat(pods.error("halt").getKind()).isEqualTo(ContainerError.Kind.NON_RECOVERABLE);
        storage.store("halt/inputs.pb", new byte[0]);
        assertThat(pods.start("halt", pods.words(Pods.task("halt"))).code()).isZero();
        assertThat(pods.error("halt").getMessage()).contains("code: there is no such literal");
    }

    /** With the words of a command, as a Ray job has them: the shell takes them apart. */
    @Test
    void aHeadThatDoesNotAnswerIsSaid() throws IOException, InterruptedException {
        storage.store("onRay/inputs.pb", new byte[0]);
        assertThat(pods.start("onRay", pods.words(Pods.task("onRay"))).code()).isZero();
        ContainerError error = pods.error("onRay");
        assertThat(error.getCode()).isEqualTo("RayHeadFailed");
        assertThat(error.getMessage()).contains("127.0.0.1:8266", "dashboard-port");
        assertThat(error.getKind()).isEqualTo(ContainerError.Kind.RECOVERABLE);
    }
}
