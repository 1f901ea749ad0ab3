package io.eagleray.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.RayUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InterpretersTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAPythonNoRayCanBeHad() {
        assertThatThrownBy(
                        () -> new RayInstaller(Map.of("PATH", "", "EAGLERAY_CACHE", folder.toString()), progress -> {})
                                .install(RayVersion.DEFAULT))
                .isInstanceOf(RayUnavailableException.class)
                .hasMessage(
                        "Ray 2.60.0 needs Python 3.10 to 3.13 with venv to be installed: there is no python3 on PATH."
                                + " Install one, or set EAGLERAY_RAY to a Ray that is installed, or use another backend, such as"
                                + " embedded");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPythonThatIsTooOldIsPassedOver() throws IOException, InterruptedException {
        python("python3", "echo version 3.9");
        Interpreters interpreters = new Interpreters(Map.of("PATH", folder.toString()));
        assertThat(interpreters.find(RayVersion.DEFAULT)).isEmpty();
        assertThat(interpreters.passedOver()).isEqualTo(folder.resolve("python3") + " is Python 3.9");
    }

    @Test
    void aPythonThatIsTooNewForAnOldRayIsPassedOver() throws IOException, InterruptedException {
        python("python3", "echo version 3.13");
        Interpreters interpreters = new Interpreters(Map.of("PATH", folder.toString()));
        assertThat(interpreters.find(RayVersion.OLDEST)).isEmpty();
        assertThat(interpreters.find(RayVersion.DEFAULT)).isPresent();
    }

    @Test
    void aPythonWithoutVenvIsPassedOver() throws IOException, InterruptedException {
        python("python3", "echo version 3.11; echo \"ModuleNotFoundError: No module named 'ensurepip'\" >&2; exit 1");
        Interpreters interpreters = new Interpreters(Map.of("PATH", folder.toString()));
        assertThat(interpreters.find(RayVersion.DEFAULT)).isEmpty();
        assertThat(interpreters.passedOver())
                .isEqualTo(folder.resolve("python3")
                        + " has no venv and ensurepip (on Debian and Ubuntu: install python3-venv)");
    }

    @Test
    void theNewestThatWorksIsTaken() throws IOException, InterruptedException {
        python("python3.13", "echo 'pyenv: python3.13: command not found' >&2; exit 127");
        python("python3.12", "echo version 3.12");
        python("python3", "echo version 3.10");
        assertThat(new Interpreters(Map.of("PATH", folder.toString())).find(RayVersion.DEFAULT))
                .contains(new Interpreter(folder.resolve("python3.12"), 12));
    }

    @Test
    void theOneThatIsNamedHasToFit() throws IOException {
        Path python = python("my python", "echo version 3.8");
        assertThatThrownBy(
                        () -> new Interpreters(Map.of("EAGLERAY_PYTHON", python.toString())).find(RayVersion.DEFAULT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "EAGLERAY_PYTHON=" + python + " cannot install Ray 2.60.0: is Python 3.8. Name a Python 3.10 to"
                                + " 3.13 that has venv and ensurepip");
    }

    private Path python(String name, String body) throws IOException {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }
}
