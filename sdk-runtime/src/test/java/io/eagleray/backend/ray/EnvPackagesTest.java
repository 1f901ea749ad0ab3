package io.eagleray.backend.ray;

import static io.eagleray.backend.ray.FakeHead.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.RuntimeEnvSpec;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Working directories and Python modules. What is in the zips of folders is in the tests of those. */
@Timeout(60)
final class EnvPackagesTest {
    private static final String PACKAGE = "gcs://_ray_pkg_[0-9a-f]{64}\\.zip";

    @TempDir
    private Path here;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(here.resolve("data"));
        Files.writeString(here.resolve("data/a.txt"), "a");
        Files.writeString(here.resolve("data/b.tmp"), "b");
        Files.writeString(here.resolve("mod.py"), "x = 1");
    }

    @Test
    void foldersAndScriptsOfThisMachineBecomePackages() {
        try (EnvPackages packages = of(Environments.files("data", List.of("data", "mod.py")))) {
            assertThat(packages.workingDir().orElseThrow()).matches(PACKAGE);
            assertThat(packages.modules()).hasSize(2).allMatch(uri -> uri.matches(PACKAGE));
            assertThat(packages.modules())
                    .doesNotHaveDuplicates()
                    .doesNotContain(packages.workingDir().get());
        }
    }

    @Test
    void whatIsExcludedDoesNotCount() throws IOException {
        String before = workingDir("*.tmp");
        Files.delete(here.resolve("data/b.tmp"));
        assertThat(workingDir("*.tmp")).isEqualTo(before).isEqualTo(workingDir());
        Files.writeString(here.resolve("data/c.txt"), "c");
        assertThat(workingDir("*.tmp")).isNotEqualTo(before);
    }

    private String workingDir(String... excludes) {
        try (EnvPackages packages = of(Environments.files("data", List.of(), excludes))) {
            return packages.workingDir().orElseThrow();
        }
    }

    @Test
    void bringsEachPackageOnce() throws IOException, InterruptedException {
        try (FakeHead head = new FakeHead();
                RayJobs jobs = head.jobs();
                EnvPackages packages = of(Environments.files("data", List.of("mod.py", "mod.py")));
                Uploads uploads = new Uploads(jobs.packages(), progress -> {})) {
            List<String> requests = List.of(
                    request(packages.workingDir().orElseThrow()),
                    request(packages.modules().get(0)));
            requests.forEach(request -> head.on(request, json("")));
            packages.begin(uploads);
            uploads.await();
            assertThat(head.requests()).containsExactlyInAnyOrderElementsOf(requests);
        }
    }

    private static String request(String uri) {
        return "GET /api/packages/gcs/" + uri.substring("gcs://".length());
    }

    @Test
    void leavesUrisAsTheyAre() {
        try (EnvPackages packages = of(Environments.files("s3://bucket/a.zip", List.of("https://example.org/b.whl")))) {
            assertThat(packages.workingDir()).contains("s3://bucket/a.zip");
            assertThat(packages.modules()).containsExactly("https://example.org/b.whl");
        }
    }

    @Test
    void aWheelKeepsTheNameThatPipReads() throws IOException {
        Files.write(here.resolve("some_lib-1.0-py3-none-any.whl"), new byte[] {1});
        try (EnvPackages packages = of(Environments.files("", List.of("some_lib-1.0-py3-none-any.whl")))) {
            assertThat(packages.modules())
                    .singleElement()
                    .asString()
                    .matches("gcs://some_lib-1\\.0-0[0-9a-f]{16}-py3-none-any\\.whl");
        }
    }

    @Test
    void saysThatAFolderIsMissing() {
        assertRefused(
                Environments.files("no/such", List.of()),
                "workingDir of @RuntimeEnv names \"no/such\", and there is no " + here.resolve("no/such"));
    }

    @Test
    void saysThatAModuleIsMissing() {
        assertRefused(Environments.files("", List.of("data", "no.py")), "pyModules of @RuntimeEnv names \"no.py\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/a.zip", "S3://bucket/a.zip"})
    void saysWhichUrisRayKnows(String uri) {
        assertRefused(Environments.files(uri, List.of()), "use one of [https, http, s3");
    }

    @Test
    void saysWhatAWorkingDirectoryCanBe() {
        assertRefused(Environments.files("mod.py", List.of()), "it takes a folder, a .zip, or a URI");
    }

    @Test
    void saysWhatIsTooLarge() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(here.resolve("data/large.zip").toFile(), "rw")) {
            file.setLength(RayPackages.MOST_BYTES + 1); // a hole: it takes no room
        }
        try (FakeHead head = new FakeHead();
                RayJobs jobs = head.jobs();
                EnvPackages packages = of(Environments.files("data/large.zip", List.of()));
                Uploads uploads = new Uploads(jobs.packages(), progress -> {})) {
            packages.begin(uploads);
            assertThatThrownBy(uploads::await)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("data/large.zip")
                    .hasMessageContaining("Ray takes 104857600");
        }
    }

    private void assertRefused(RuntimeEnvSpec env, String reason) {
        assertThatThrownBy(() -> of(env))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason);
    }

    private EnvPackages of(RuntimeEnvSpec env) {
        return EnvPackages.of(env, here);
    }
}
