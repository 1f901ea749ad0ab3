package io.eagleray.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import io.eagleray.spec.ClassSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema describes what is written, and nothing else. */
final class SchemaTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String TEXT = published();
    private static final Schema SCHEMA = REGISTRY.getSchema(TEXT, InputFormat.JSON);

    static Stream<String> specs() {
        return TestFiles.read(TestFiles.ROOT.resolve("expected"), ".json").keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void describesEverySpec(String name) {
        assertThat(problems(TestFiles.read(TestFiles.ROOT.resolve("expected").resolve(name))))
                .isEmpty();
    }

    @Test
    void isItselfASchema() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));
        assertThat(meta.validate(TEXT, InputFormat.JSON)).isEmpty();
    }

    @Test
    void refusesWhatIsMissingUnknownOrOutOfRange() {
        String spec = TestFiles.read(
                TestFiles.ROOT.resolve("expected/everything/META-INF/eagleray/good.everything.Everything.json"));
        assertThat(problems(spec.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2")))
                .isNotEmpty();
        assertThat(problems(spec.replace("\"numCpus\": 0.5,", ""))).isNotEmpty();
        assertThat(problems(spec.replace("\"numCpus\": 0.5,", "\"numCpus\": 0.5, \"numTpus\": 1,")))
                .isNotEmpty();
        assertThat(problems(spec.replace("\"retries\": 3", "\"retries\": -3"))).isNotEmpty();
        assertThat(problems(spec.replace("\"gpu1\"", "\"GPU\""))).isNotEmpty();
        assertThat(problems(spec.replace("\"PT1H30M\"", "\"90m\""))).isNotEmpty();
    }

    private static List<Error> problems(String spec) {
        return SCHEMA.validate(spec, InputFormat.JSON);
    }

    private static String published() {
        try (InputStream schema = ClassSpec.class.getResourceAsStream("class-spec.schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
