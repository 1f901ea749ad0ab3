package io.eagleray.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import io.eagleray.storage.Storage;
import io.eagleray.storage.StorageProvider;
import io.eagleray.storage.StorageUri;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a server that speaks S3's protocol and checks its signatures. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class S3StorageTest {
    private static final String SECRET = "a-secret-that-nobody-sees";
    private static final List<String> SETTINGS =
            List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.region", "aws.endpointUrlS3");

    private BlobStoreContext objects;
    private S3Proxy server;

    @BeforeAll
    void start() throws Exception {
        objects = ContextBuilder.newBuilder(new TransientNio2BlobApiMetadata())
                .credentials("any", "any")
                .build(BlobStoreContext.class);
        objects.getBlobStore().createContainerInLocation(null, "bucket");
        server = S3Proxy.builder()
                .blobStore(objects.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "key", SECRET)
                .build();
        server.start();
    }

    @AfterAll
    void end() throws Exception {
        server.stop();
        objects.close();
    }

    @BeforeEach
    void settings() {
        System.setProperty("aws.accessKeyId", "key");
        System.setProperty("aws.secretAccessKey", SECRET);
        System.setProperty("aws.region", "eu-central-1");
        System.setProperty("aws.endpointUrlS3", "http://127.0.0.1:" + server.getPort());
    }

    @AfterEach
    void noSettings() {
        SETTINGS.forEach(System::clearProperty);
    }

    private static Storage storage(String uri) {
        StorageUri parsed = StorageUri.parse(uri);
        return StorageProvider.of(parsed, S3StorageTest.class.getClassLoader()).open(parsed);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://", "s3:///a", "s3://ab", "s3://Bucket", "s3://-ab/c", "s3://ab."})
    void whatNamesNoBucketIsRefused(String text) {
        StorageUri uri = new StorageUri("s3", text.substring(5).split("/", 2)[0], "");
        assertThatThrownBy(() -> new S3Provider().check(uri))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("names no bucket: write s3://bucket[/prefix]");
    }

    @Test
    void whatIsWrittenIsReadAndReplaced() throws IOException {
        byte[] noise = new byte[9 << 20];
        new Random(1).nextBytes(noise);
        try (Storage storage = storage("s3://bucket/team=a/results")) {
            storage.write("squares-1/outcome", List.of(text("one "), noise));
            try (InputStream in = storage.open("squares-1/outcome").orElseThrow()) {
                assertThat(in.readNBytes(4)).isEqualTo(text("one "));
                assertThat(in.readAllBytes()).isEqualTo(noise);
            }
            storage.write("squares-1/outcome", List.of(text("two")));
            try (InputStream in = storage.open("squares-1/outcome").orElseThrow()) {
                assertThat(in.readAllBytes()).isEqualTo(text("two"));
            }
        }
        assertThat(objects.getBlobStore().blobExists("bucket", "team=a/results/squares-1/outcome"))
                .isTrue();
    }

    @Test
    void aFileIsWritten(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("file"), text("a file"));
        try (Storage storage = storage("s3://bucket/code")) {
            assertThat(storage.exists("eagleray-code/a.zip")).isFalse();
            storage.write("eagleray-code/a.zip", file);
            assertThat(storage.exists("eagleray-code/a.zip")).isTrue();
            try (InputStream in = storage.open("eagleray-code/a.zip").orElseThrow()) {
                assertThat(in.readAllBytes()).isEqualTo(text("a file"));
            }
            assertThatThrownBy(() -> storage.write("eagleray-code/b.zip", folder.resolve("none")))
                    .isInstanceOf(NoSuchFileException.class);
            assertThat(storage.open("eagleray-code/b.zip")).isEmpty();
        }
        try (Storage none = storage("s3://no-such-bucket")) {
            assertThat(none.exists("a")).isFalse();
        }
    }

    @Test
    void whatIsNotThereIsEmpty() throws IOException {
        try (Storage storage = storage("s3://bucket")) {
            assertThat(storage.open("squares-1/none")).isEmpty();
        }
    }

    @Test
    void aWrongSecretIsSaidAndNotShown() {
        System.setProperty("aws.secretAccessKey", "another-" + SECRET);
        assertFails("s3://bucket", "SignatureDoesNotMatch");
    }

    @Test
    void aBucketThatIsNotThereIsSaid() {
        assertFails("s3://no-such-bucket", "NoSuchBucket");
    }

    @Test
    void withoutCredentialsThatIsSaid() {
        System.clearProperty("aws.accessKeyId");
        System.setProperty("aws.disableEc2Metadata", "true");
        try {
            assertFails("s3://bucket", "credentials");
        } finally {
            System.clearProperty("aws.disableEc2Metadata");
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidSoon() {
        System.setProperty("aws.endpointUrlS3", "http://127.0.0.1:1");
        assertFails("s3://bucket", "AWS_ENDPOINT_URL_S3");
    }

    private static void assertFails(String uri, String why) {
        try (Storage storage = storage(uri)) {
            assertThatThrownBy(() -> storage.write("a/outcome", List.of(text("x"))))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot write " + uri + "/a/outcome (")
                    .hasMessageContaining(why)
                    .hasMessageNotContaining(SECRET);
            assertThatThrownBy(() -> storage.open("a/outcome"))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot read " + uri + "/a/outcome (")
                    .hasMessageContaining(why);
        }
    }
}
