package com.example;

import io.eagleray.Task;

public final class Halves {
  private Halves() {}

  @Task
  public static int half(int x) {
    return x / 2;
  }
}
