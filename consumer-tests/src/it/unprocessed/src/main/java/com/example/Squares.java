package com.example;

import io.eagleray.Task;

public final class Squares {
  private Squares() {}

  @Task
  public static int square(int x) {
    return x * x;
  }
}
