package io.eagleray.benchmarks;

import java.nio.file.Path;

/** Writes tasks in Java. */
final class JavaTasks {
    private static final String FOLDER = "com/example/many/";

    private JavaTasks() {}

    static Sources write(Path folder, Size size) {
        Sources sources = Sources.in(folder);
        sources.write(FOLDER + "Point.java", POINT);
        sources.write(FOLDER + "Level.java", LEVEL);
        sources.write(FOLDER + "Sample.java", SAMPLE);
        sources.write(FOLDER + "Summary.java", SUMMARY);
        for (int number = 0; number < size.classes(); number++) {
            String name = String.format("Batch%02d", number);
            sources.write(FOLDER + name + ".java", batch(name, size.tasks()));
        }
        return sources;
    }

    private static String batch(String name, int tasks) {
        StringBuilder source = new StringBuilder(IMPORTS).append("public final class " + name + " {\n");
        for (int number = 0; number < tasks; number++) {
            TaskShape shape = TaskShape.ALL.get(number % TaskShape.ALL.size());
            source.append(CONFIGURATION.formatted("Task " + number + " of " + name));
            source.append(METHOD.formatted(
                    shape.java().result(),
                    String.format("task%03d", number),
                    shape.java().parameters(),
                    shape.java().body()));
        }
        return source.append("}\n").toString();
    }

    private static final String IMPORTS = """
            package com.example.many;

            import io.eagleray.*;
            import java.time.*;
            import java.util.*;

            """;

    private static final String CONFIGURATION = """

              @Task(
                  description = "%s",
                  retries = 2,
                  timeout = "15m",
                  requests = @Resources(cpu = "1", memory = "2Gi"),
                  limits = @Resources(cpu = "2", memory = "4Gi"),
                  env = @EnvVar(key = "REGION", value = "eu-west-1"))
              @RayJobConfig(
                  headNodeConfig = @HeadNodeConfig(
                      rayStartParams = @RayStartParam(key = "num-cpus", value = "0"),
                      requests = @Resources(cpu = "1", memory = "2Gi"),
                      limits = @Resources(cpu = "2", memory = "4Gi")),
                  workerNodeConfig = {
                    @WorkerNodeConfig(
                        groupName = "cpu-group",
                        replicas = 5,
                        minReplicas = 2,
                        maxReplicas = 10,
                        rayStartParams = @RayStartParam(key = "block", value = "true"),
                        requests = @Resources(cpu = "4", memory = "8Gi"),
                        limits = @Resources(cpu = "8", memory = "16Gi")),
                    @WorkerNodeConfig(
                        groupName = "gpu-group",
                        replicas = 1,
                        minReplicas = 0,
                        maxReplicas = 2,
                        requests = @Resources(cpu = "4", memory = "16Gi", gpu = "1"),
                        limits = @Resources(cpu = "8", memory = "32Gi", gpu = "1"))
                  },
                  runtimeEnv = @RuntimeEnv(
                      pip = {"numpy", "pandas"},
                      envVars = @EnvVar(key = "OMP_NUM_THREADS", value = "1")),
                  enableAutoscaling = true,
                  autoscalerOptions = @AutoscalerOptions(idleTimeoutSeconds = 60),
                  shutdownAfterJobFinishes = true,
                  ttlSecondsAfterFinished = 600)
            """;

    private static final String METHOD = """
              public static %s %s(%s) {
                return %s;
              }
            """;

    private static final String POINT = """
            package com.example.many;

            public record Point(double x, double y) {}
            """;

    private static final String LEVEL = """
            package com.example.many;

            public enum Level {
              LOW,
              NORMAL,
              HIGH
            }
            """;

    private static final String SAMPLE = """
            package com.example.many;

            import java.time.Instant;

            public record Sample(Instant at, Level level, Point place) {}
            """;

    private static final String SUMMARY = """
            package com.example.many;

            import java.time.Instant;
            import java.util.*;

            public record Summary(String name, List<Sample> samples, Map<String, Double> totals) {
              static Summary of(List<Sample> samples, Instant since) {
                return new Summary(
                    "since " + since,
                    samples.stream().filter(each -> each.at().isAfter(since)).toList(),
                    Map.of());
              }

              static Map<String, Summary> byName(List<Summary> summaries) {
                Map<String, Summary> byName = new TreeMap<>();
                summaries.forEach(each -> byName.put(each.name(), each));
                return byName;
              }
            }
            """;
}
