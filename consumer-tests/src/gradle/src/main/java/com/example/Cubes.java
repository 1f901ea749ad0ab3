package com.example;

import io.eagleray.Task;

public final class Cubes {
  private Cubes() {}

  @Task
  public static int cube(int x) {
    return x * x * x;
  }
}
