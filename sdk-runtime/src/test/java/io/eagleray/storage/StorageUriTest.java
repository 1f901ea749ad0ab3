package io.eagleray.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StorageUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://key:hunter2@bucket/prefix",
                "s3://hunter2@bucket",
                "s3://key:hunter2",
                "s3://key:hun/hunter2@bucket",
                "s3://bucket:9000/hunter2",
                "hunter2@bucket",
                "s3://bucket?secret=hunter2",
                "s3://bucket/a#hunter2"
            })
    void whatMayBeASecretIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> StorageUri.parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("EAGLERAY_STORAGE h")
                .message()
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bucket", "/folder", "file:/folder", "S3://bucket", "://x", "s3:bucket", "3://x", "s3//x"})
    void whatIsNoAddressIsRefusedWithWhatToWrite(String text) {
        assertThatThrownBy(() -> StorageUri.parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("EAGLERAY_STORAGE=" + text
                        + " is no address of a storage: write file:///folder or s3://bucket[/prefix]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///a/../b",
                "file:///./b",
                "file:///a//b",
                "file:////b",
                "s3://bucket//b",
                "file:///a b",
                "file:///a%2f..",
                "s3://b_b",
                "file:///a\\b",
                "s3://bucket/a\u0000b",
                "s3://bucket/\u00e4"
            })
    void pathsAreChecked(String text) {
        assertThatThrownBy(() -> StorageUri.parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has empty parts, \".\", \"..\", or other characters")
                .message()
                .doesNotContain("\u0000");
    }

    @Test
    void whatIsTooLongIsRefusedInFewWords() {
        assertThatThrownBy(() -> StorageUri.parse("s3://bucket/" + "a".repeat(100_000)))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .hasSizeLessThan(1_200);
    }

    @ParameterizedTest
    @CsvSource({
        "file:///srv/results, file, '', srv/results, file:///srv/results",
        "file:///srv/results//, file, '', srv/results, file:///srv/results",
        "' s3://bucket ', s3, bucket, '', s3://bucket",
        "s3://bucket/, s3, bucket, '', s3://bucket",
        "s3://bucket.of-us/team=a/@b, s3, bucket.of-us, team=a/@b, s3://bucket.of-us/team=a/@b"
    })
    void anAddressHasItsParts(String text, String scheme, String authority, String path, String shown) {
        StorageUri uri = StorageUri.parse(text);
        assertThat(uri).isEqualTo(new StorageUri(scheme, authority, path)).hasToString(shown);
        assertThat(StorageUri.parse(shown)).isEqualTo(uri);
    }

    @Test
    void theVariableNamesIt() {
        assertThat(StorageUri.of(Map.of("EAGLERAY_STORAGE", "s3://bucket")))
                .contains(new StorageUri("s3", "bucket", ""));
        assertThat(StorageUri.of(Map.of("EAGLERAY_STORAGE", " "))).isEmpty();
        assertThat(StorageUri.of(Map.of())).isEmpty();
    }
}
