package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eagleray.client.Eagleray;
import io.eagleray.client.TaskFailedException;
import io.eagleray.testing.EaglerayTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EaglerayTest
class OrdersTest {
  private static final List<Order> ORDERS = List.of(order("ann", 100), order("bob", 200), order("ann", 300));
  private static final Map<String, BigDecimal> TOTALS =
      Map.of("ann", new BigDecimal("476.00"), "bob", new BigDecimal("238.00"));

  @Test
  void aTaskRuns(Eagleray eagleray) {
    assertEquals(TOTALS, eagleray.run(OrdersTasks.totals(ORDERS)));
  }

  @Test
  void aTaskStaysAPlainMethod() {
    assertEquals(TOTALS, Orders.totals(ORDERS));
  }

  @Test
  void aFailureComesBackAsItsOwnException(Eagleray eagleray) {
    TaskFailedException failure = assertThrows(
        TaskFailedException.class, () -> eagleray.run(OrdersTasks.totals(List.of(order("eve", -1)))));
    assertEquals("an order of -1", assertInstanceOf(IllegalArgumentException.class, rootOf(failure)).getMessage());
  }

  @Test
  void theSpecIsOnTheClassPath() {
    assertNotNull(Orders.class.getResource("/META-INF/eagleray/com.example.Orders.json"));
  }

  private static Throwable rootOf(Throwable failure) {
    return failure.getCause() == null ? failure : rootOf(failure.getCause());
  }

  private static Order order(String customer, int amount) {
    return new Order(customer, new BigDecimal(amount));
  }
}
