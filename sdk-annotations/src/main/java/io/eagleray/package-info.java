/**
 * The annotations that make static methods tasks and remote functions of Ray.
 *
 * <p>{@link io.eagleray.Task} marks what is run, attached to and shared; {@link io.eagleray.Remote} marks what a task fans
 * out to Ray's workers; {@link io.eagleray.RayJobConfig} says which cluster a task wants. Everything else stands inside one
 * of these. The annotation processor checks them all at compile time, writes a typed companion
 * ({@code <Class>Tasks}) beside each annotated class, and describes its functions in
 * {@code META-INF/eagleray/<binary class name>.json}.
 *
 * <pre>{@code
 * public final class Squares {
 *
 *   @Remote
 *   static int square(int x) {
 *     return x * x;
 *   }
 *
 *   @Task
 *   @RayJobConfig(
 *       headNodeConfig = @HeadNodeConfig(rayStartParams = @RayStartParam(key = "block", value = "true")),
 *       workerNodeConfig = @WorkerNodeConfig(groupName = "ray-group", replicas = 5, minReplicas = 2, maxReplicas = 10),
 *       runtimeEnv = @RuntimeEnv(pip = {"numpy", "pandas"}))
 *   public static List<Integer> squares(int n) {
 *     return Parallel.map(IntStream.range(0, n).boxed().toList(), SquaresTasks::square);
 *   }
 *
 *   public static void main(String[] args) {
 *     try (Eagleray eagleray = Eagleray.connect()) {
 *       System.out.println(eagleray.run(SquaresTasks.squares(10)));
 *     }
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.eagleray;

import org.jspecify.annotations.NullMarked;
