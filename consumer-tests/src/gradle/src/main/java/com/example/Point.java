package com.example;

public record Point(double x, double y) {}
