package com.example;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.parallel.Parallel;
import java.util.List;
import java.util.stream.IntStream;

public final class Squares {
  private Squares() {}

  /** A number with its square. */
  public record Square(int root, int square) {}

  @Remote
  static Square square(int x) {
    return new Square(x, x * x);
  }

  @Task
  public static List<Square> squares(int n) {
    return Parallel.map(IntStream.range(0, n).boxed().toList(), SquaresTasks::square);
  }
}
