package com.example;

import io.eagleray.HeadNodeConfig;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Remote;
import io.eagleray.RuntimeEnv;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import io.eagleray.parallel.Parallel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public final class Orders {
  private Orders() {}

  @Remote
  static BigDecimal withTax(Order order) {
    if (order.amount().signum() < 0) {
      throw new IllegalArgumentException("an order of " + order.amount());
    }
    return order.amount().multiply(new BigDecimal("1.19"));
  }

  @Task
  @RayJobConfig(
      headNodeConfig = @HeadNodeConfig(rayStartParams = @RayStartParam(key = "block", value = "true")),
      workerNodeConfig =
          @WorkerNodeConfig(groupName = "ray-group", replicas = 5, minReplicas = 2, maxReplicas = 10),
      runtimeEnv = @RuntimeEnv(pip = {"numpy", "pandas"}))
  public static Map<String, BigDecimal> totals(List<Order> orders) {
    List<BigDecimal> amounts = Parallel.map(orders, OrdersTasks::withTax);
    Map<String, BigDecimal> totals = new TreeMap<>();
    for (int i = 0; i < orders.size(); i++) {
      totals.merge(orders.get(i).customer(), amounts.get(i), BigDecimal::add);
    }
    return totals;
  }
}
