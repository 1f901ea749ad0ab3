package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.bundle.Application;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A pod with a service account and no kubeconfig, in which a main class of the tests runs on their class path. */
final class ClientPod implements AutoCloseable {
    private static final String NAME = "client";
    private static final String ZIP = "/tmp/class-path.zip";
    private static final String FOLDER = "/tmp/class-path";
    /** fabric8 takes no more than 16 MiB before it has sent them. */
    private static final int PIECE = 8 << 20;

    private static final int PATIENCE_SECONDS = 60;

    private final KubernetesClient admin;
    private final Pod pod;

    private ClientPod(KubernetesClient admin, Pod pod) {
        this.admin = admin;
        this.pod = pod;
    }

    static ClientPod start(KubernetesClient admin, String namespace, String serviceAccount, String image) {
        Pod pod = admin.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .withNamespace(namespace)
                        .endMetadata()
                        .withNewSpec()
                        .withServiceAccountName(serviceAccount)
                        .withRestartPolicy("Never")
                        .withTerminationGracePeriodSeconds(0L)
                        .addNewContainer()
                        .withName(NAME)
                        .withImage(image)
                        .withCommand("sleep", "600")
                        .addNewEnv()
                        .withName("EAGLERAY_IMAGE")
                        .withValue(image)
                        .endEnv()
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
        admin.pods().resource(pod).waitUntilReady(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return new ClientPod(admin, pod);
    }

    /**
     * Runs a main class.
     *
     * @return what it has printed
     */
    String run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Path zip = Files.createTempFile("eagleray-class-path", ".zip");
        try {
            String classPath = pack(zip);
            bring(zip);
            return exec("python3 -m zipfile -e " + ZIP + " " + FOLDER + " && cd " + FOLDER + " && exec java -cp "
                    + classPath + " '" + main.getName() + "' " + String.join(" ", arguments));
        } finally {
            Files.delete(zip);
        }
    }

    /** Standard input has no end that the pod would hear of, so each command knows how much there is. */
    private void bring(Path zip) throws IOException, InterruptedException {
        try (InputStream in = Files.newInputStream(zip)) {
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                exec("head -c " + piece.length + " >> " + ZIP, piece);
            }
        }
    }

    private String exec(String command) throws IOException, InterruptedException {
        return exec(command, new byte[0]);
    }

    private String exec(String command, byte[] input) throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (ExecWatch running = admin.pods()
                .resource(pod)
                .redirectingInput()
                .writingOutput(out)
                .writingError(err)
                .exec("sh", "-c", command)) {
            running.getInput().write(input);
            running.getInput().flush();
            int exitCode = running.exitCode().get(2L * PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(exitCode).as(() -> err.toString(StandardCharsets.UTF_8)).isZero();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(err.toString(StandardCharsets.UTF_8), e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Puts the class path of this JVM into a zip, and says what it is there. */
    private static String pack(Path zip) throws IOException {
        List<String> classPath = new ArrayList<>();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setLevel(0);
            for (Path entry : Application.current().classPath()) {
                String name = classPath.size() + "-" + entry.getFileName();
                pack(entry, name, out);
                classPath.add(name);
            }
        }
        return String.join(":", classPath);
    }

    private static void pack(Path entry, String name, ZipOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(entry)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String below = entry.relativize(file).toString();
                out.putNextEntry(new ZipEntry(below.isEmpty() ? name : name + "/" + below));
                Files.copy(file, out);
            }
        }
    }

    @Override
    public void close() {
        admin.pods().resource(pod).delete();
    }
}
