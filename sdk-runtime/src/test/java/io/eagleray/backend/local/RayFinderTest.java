package io.eagleray.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RayFinderTest {
    private static final String REMEDY =
            ": name a Python, a virtual environment or a ray command that has Ray 2.39.0 or"
                    + " later, or unset EAGLERAY_RAY";

    @TempDir
    private Path folder;

    @Test
    void nothingNamedIsNothingFound() throws InterruptedException {
        assertThat(new RayFinder(Map.of()).named(Optional.empty())).isEmpty();
        assertThat(new RayFinder(Map.of("EAGLERAY_RAY", " ")).named(Optional.empty()))
                .isEmpty();
    }

    @Test
    void whatIsNamedHasToExist() {
        Path missing = folder.resolve("missing");
        refused(missing, "does not exist");
    }

    @Test
    void aFolderHasToBeAnEnvironment() {
        refused(folder, "leads to no Python");
    }

    @Test
    void aCommandHasToLeadToAPython() throws IOException {
        refused(script("ray", "#!/bin/sh\nexit 0\n"), "leads to no Python");
    }

    @Test
    void aPythonHasToRun() throws IOException {
        refused(script("python", "#!/bin/sh\necho broken >&2\nexit 3\n"), "does not work (broken)");
    }

    @Test
    void aPythonHasToHaveRay() throws IOException {
        refused(script("python", "#!/bin/sh\nexit 0\n"), "has no Ray");
    }

    @Test
    void anOldRayIsRefused() throws IOException {
        refused(
                script("python", "#!/bin/sh\necho version=2.9.3\n"),
                "has Ray 2.9.3, which is not supported: Eagleray needs 2.39.0 or later");
    }

    @Test
    void aRayWithoutJavaIsRefused() throws IOException {
        refused(
                script("python", "#!/bin/sh\necho version=2.60.0\necho jar=/nowhere/ray_dist.jar\n"),
                "has Ray 2.60.0, without /nowhere/ray_dist.jar, so it has no Java workers");
    }

    @Test
    void aRayWithoutDashboardIsRefused() throws IOException {
        Path jar = Files.createFile(folder.resolve("ray_dist.jar"));
        refused(
                script("python", "#!/bin/sh\necho version=2.60.0\necho jar=" + jar + "\necho dashboard=aiohttp\n"),
                "has Ray 2.60.0, without aiohttp, so it has no dashboard: install ray[default]");
    }

    @Test
    void aRayOfAnotherVersionThanAskedForIsRefused() throws IOException {
        Path jar = Files.createFile(folder.resolve("ray_dist.jar"));
        Path python = script("python", "#!/bin/sh\necho version=2.60.0\necho jar=" + jar + "\n");
        assertThatThrownBy(() -> new RayFinder(Map.of("EAGLERAY_RAY", python.toString()))
                        .named(Optional.of(RayVersion.of("2.39.0"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "EAGLERAY_RAY=" + python + " has Ray 2.60.0, but Ray 2.39.0 is asked for: drop one of the two");
    }

    @Test
    void anEnvironmentWhosePathHasSpacesIsFound() throws IOException, InterruptedException {
        Path environment = folder.resolve("my environment");
        Files.createDirectories(environment.resolve("bin"));
        Path jar = Files.createFile(folder.resolve("ray_dist.jar"));
        script("my environment/bin/python", "#!/bin/sh\necho version=2.60.0\necho jar=" + jar + "\n");
        assertThat(new RayFinder(Map.of("EAGLERAY_RAY", environment.toString())).named(Optional.empty()))
                .hasValueSatisfying(found -> {
                    assertThat(found.version()).isEqualTo(RayVersion.of("2.60.0"));
                    assertThat(found.rayDist()).isEqualTo(jar);
                    assertThat(found.managed()).isFalse();
                });
    }

    @Test
    void whatOnThePathCannotBeUsedIsPassedOver() throws IOException, InterruptedException {
        script("ray", "#!/bin/sh\nexit 0\n");
        script("python", "#!/bin/sh\necho version=2.9.3\n");
        RayFinder finder = new RayFinder(Map.of("PATH", folder.toString()));
        assertThat(finder.onPath(Optional.empty())).isEmpty();
        assertThat(finder.passedOver())
                .containsExactly(folder.resolve("ray")
                        + " has Ray 2.9.3, which is not supported: Eagleray needs 2.39.0 or later");
    }

    @Test
    void theCommandOnThePathMayBeALink() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("env/bin"));
        Files.createDirectories(folder.resolve("bin"));
        Path jar = Files.createFile(folder.resolve("ray_dist.jar"));
        Path command = script("env/bin/ray", "#!/bin/sh\nexit 0\n");
        script("env/bin/python", "#!/bin/sh\necho version=2.60.0\necho jar=" + jar + "\n");
        Files.createSymbolicLink(folder.resolve("bin/ray"), command);
        assertThat(new RayFinder(Map.of("PATH", folder.resolve("bin").toString())).onPath(Optional.empty()))
                .isPresent();
    }

    private void refused(Path named, String reason) {
        assertThatThrownBy(() -> new RayFinder(Map.of("EAGLERAY_RAY", named.toString())).named(Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("EAGLERAY_RAY=" + named + " " + reason + REMEDY);
    }

    private Path script(String name, String text) throws IOException {
        Path script = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }
}
