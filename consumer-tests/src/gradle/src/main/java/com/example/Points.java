package com.example;

import io.eagleray.Task;

public final class Points {
  private Points() {}

  @Task
  public static double x(Point point) {
    return point.x();
  }
}
