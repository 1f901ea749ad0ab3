package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SquaresTest {
  @Test
  void theCommandTellsThatTheProcessorDidNotRun() throws Exception {
    Process eagleray = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.eagleray.cli.Main",
            "--classpath",
            "target/classes",
            "run",
            "Squares.square",
            "--input",
            "x=2")
        .redirectErrorStream(true)
        .start();
    String said = new String(eagleray.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(2, eagleray.waitFor(), said);
    assertTrue(said.contains("com.example.Squares"), said);
    assertTrue(said.contains("the annotation processor did not run when it was compiled"), said);
    assertTrue(said.contains("annotationProcessorPaths"), said);
  }
}
