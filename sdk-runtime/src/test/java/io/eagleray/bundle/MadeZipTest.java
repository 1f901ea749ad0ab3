package io.eagleray.bundle;

import static io.eagleray.bundle.Jars.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

final class MadeZipTest {
    @Test
    void holdsWhatItIsGiven() throws IOException {
        MadeZip zip = MadeZip.of(Map.of("b/ü", text("two"), "a", text("")));
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.content()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files).containsExactly(Map.entry("a", ""), Map.entry("b/ü", "two"));
        assertThat(zip.name()).matches(PackageName.REGEX);
    }

    @Test
    void isNamedByPathsAndContents() {
        MadeZip zip = MadeZip.of(Map.of("a", text("1"), "b", text("2")));
        Map<String, byte[]> otherOrder = new LinkedHashMap<>();
        otherOrder.put("b", text("2"));
        otherOrder.put("a", text("1"));
        MadeZip same = MadeZip.of(otherOrder);
        assertThat(same.name()).isEqualTo(zip.name());
        assertThat(same.content()).isEqualTo(zip.content());
        assertThat(MadeZip.of(Map.of("a", text("2"), "b", text("1"))).name()).isNotEqualTo(zip.name());
        assertThat(MadeZip.of(Map.of("a", text("1"), "c", text("2"))).name()).isNotEqualTo(zip.name());
        assertThat(MadeZip.of(Map.of("a", text("1"))).name()).isNotEqualTo(zip.name());
    }
}
