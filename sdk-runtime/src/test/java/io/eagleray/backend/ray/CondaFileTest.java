package io.eagleray.backend.ray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CondaFileTest {

    @Test
    void readsWhatCondaExports() {
        assertThat(read("""
                ---
                name: "models"  # a comment
                channels:
                - conda-forge

                dependencies:
                  - python=3.11
                  - libblas>=3.9|=3.8=*mkl
                  - pip
                  - pip:
                    - requests[socks]==2.32.3; python_version < "3.13"
                    - --extra-index-url https://example.org/simple
                    - git+https://example.org/a.git#egg=a
                  - 'zlib'
                prefix: /opt/conda/envs/models
                """))
                .isEqualTo(Map.of(
                        "name",
                        "models",
                        "channels",
                        List.of("conda-forge"),
                        "dependencies",
                        List.of(
                                "python=3.11",
                                "libblas>=3.9|=3.8=*mkl",
                                "pip",
                                Map.of(
                                        "pip",
                                        List.of(
                                                "requests[socks]==2.32.3; python_version < \"3.13\"",
                                                "--extra-index-url https://example.org/simple",
                                                "git+https://example.org/a.git#egg=a")),
                                "zlib"),
                        "prefix",
                        "/opt/conda/envs/models"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "name: a                         ; it has no dependencies",
                "dependencies: [a, b]            ; line 1 has \"[a, b]\"",
                "dependencies:\\n- {pip: [a]}    ; line 2 has \"{pip: [a]}\"",
                "dependencies:\\n- a: b          ; line 2 has \"a: b\"",
                "dependencies:\\n- conda:        ; line 2 has \"conda:\"",
                "dependencies:\\n- >             ; line 2 has \">\"",
                "dependencies:\\n- &a b          ; line 2 has \"&a b\"",
                "dependencies:\\n- a\\n  b       ; line 3 is \"  b\"",
                "dependencies:\\n-a              ; line 2 is \"-a\"",
                "dependencies:\\n- a\\n    - b   ; line 3 is indented otherwise",
                "- a                             ; line 1 is in no list",
                "name: a\\n- b                   ; line 2 is in no list",
                "variables:\\n  A: b             ; line 2 is \"  A: b\"",
                "name: a\\nname: b               ; line 2 says name again",
            })
    void refusesWhatItDoesNotUnderstand(String text, String reason) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the resource conda.yml that conda of @RuntimeEnv names is not understood: ")
                .hasMessageContaining(reason)
                .hasMessageContaining("write it as conda env export does");
    }

    @Test
    void saysThatThereIsNoSuchResource() {
        assertThatThrownBy(() -> CondaFile.read("/no-such.yml", CondaFileTest.class.getClassLoader()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"/no-such.yml\", and the class path has no such resource")
                .hasMessageContaining("src/main/resources");
    }

    private static Map<String, Object> read(String text) {
        return CondaFile.read("conda.yml", new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
