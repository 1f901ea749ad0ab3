package com.example;

import io.eagleray.client.Eagleray;

public final class Main {
  private Main() {}

  public static void main(String[] args) {
    try (Eagleray eagleray = Eagleray.connect("embedded")) {
      System.out.println("Gradle's answer: " + eagleray.run(SquaresTasks.squares(3)));
    }
  }
}
