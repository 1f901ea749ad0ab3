package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eagleray.client.Eagleray;
import io.eagleray.testing.EaglerayTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@EaglerayTest
class SquaresTest {
  @Test
  void aTaskOfAModuleRuns(Eagleray eagleray) {
    assertTrue(Squares.class.getModule().isNamed(), "surefire runs the module on the module path");
    assertEquals(
        List.of(new Squares.Square(0, 0), new Squares.Square(1, 1), new Squares.Square(2, 4)),
        eagleray.run(SquaresTasks.squares(3)));
  }
}
