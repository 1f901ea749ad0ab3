package com.example;

import java.math.BigDecimal;

public record Order(String customer, BigDecimal amount) {}
