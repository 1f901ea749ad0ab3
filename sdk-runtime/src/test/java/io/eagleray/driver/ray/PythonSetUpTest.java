package io.eagleray.driver.ray;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PythonSetUpTest {

    @Test
    void whatTheInstallerSaysIsLeftOfRaysTraces() {
        assertThat(PythonSetUp.withoutTraces("""
                        [Node 192.0.2.2] Traceback (most recent call last):
                          File "agent.py", line 1, in f
                            await g()
                        FileNotFoundError: conda

                        During handling of the above exception, another exception occurred:

                        Traceback (most recent call last):
                          File "pip.py", line 2, in g
                            raise h()
                            ^^^^^^^^^
                        ray.Failed: pip has ended with 1
                        Last 50 lines of stdout:
                            ERROR: No matching distribution found for a==9
                        """)).isEqualTo("""
                        ray.Failed: pip has ended with 1
                        Last 50 lines of stdout:
                            ERROR: No matching distribution found for a==9""");
    }

    @Test
    void aTextWithoutTracesStaysAsItIs() {
        assertThat(PythonSetUp.withoutTraces("there is no room left\n")).isEqualTo("there is no room left\n");
    }
}
