package io.eagleray.driver.ray;

import io.eagleray.parallel.Demand;
import io.eagleray.parallel.Demand.Request;
import io.ray.api.Ray;
import io.ray.api.function.PyFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What is waited for in a Ray. Its control service knows, but tells its own Python library only, so Python is asked, on
 * whichever node: with an expression, for there is no file of ours that a Python worker would find.
 */
final class RayDemand {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * A line for what is taken, then one for each kind of request that some node has room for, but none right now: a number,
     * then each resource, how much of it, and whether the node that lacks the fewest lacks it; all with tabs between.
     */
    private static final String EXPRESSION = """
            (lambda state: (lambda nodes: (lambda lacking, line: '\\n'.join(
                [line(0, {name: sum(node.total_resources.get(name, 0) - node.available_resources.get(name, 0) for node in nodes)
                          for name in {name for node in nodes for name in node.total_resources}}, ())]
                + [line(count, amounts, lacking(amounts))
                   for count, amounts in
                       [(each.count, dict(each.request.resources_bundle)) for each in state.pending_resource_requests]
                       + [(1, dict(each.resources_bundle)) for gang in state.pending_gang_resource_requests
                          for bundle in getattr(gang, 'bundle_selectors', ())[:1] for each in bundle.resource_requests]
                   if lacking(amounts)]
            ).encode())(
                lambda amounts: min(
                    ([name for name, amount in amounts.items() if node.available_resources.get(name, 0) < amount]
                     for node in nodes
                     if all(node.total_resources.get(name, 0) >= amount for name, amount in amounts.items())),
                    key=len, default=()),
                lambda number, amounts, lacking: '\\t'.join(
                    [str(number)] + [text for name, amount in amounts.items()
                                     for text in (name, str(amount), str(name in lacking))])
            ))([node for node in state.node_states if node.status != 2])
            )(__import__('ray.autoscaler.v2.sdk', fromlist=['sdk']).get_cluster_resource_state(
                __import__('ray')._private.worker.global_worker.gcs_client))
            """.strip();

    private RayDemand() {}

    static CompletableFuture<Demand> ask(Answers answers) {
        return answers.within(
                        PATIENCE,
                        () -> Ray.task(PyFunction.of("builtins", "eval", byte[].class), EXPRESSION)
                                .remote())
                .thenApply(bytes -> parse(new String(bytes, StandardCharsets.UTF_8)));
    }

    static Demand parse(String text) {
        List<Request> lines = text.lines().map(RayDemand::line).toList();
        return new Demand(lines.subList(1, lines.size()), lines.get(0).amounts());
    }

    private static Request line(String line) {
        String[] words = line.split("\t", -1);
        Map<String, Double> amounts = new HashMap<>();
        Set<String> lacking = new HashSet<>();
        for (int i = 1; i < words.length; i += 3) {
            amounts.put(words[i], Double.valueOf(words[i + 1]));
            if (words[i + 2].equals("True")) {
                lacking.add(words[i]);
            }
        }
        return new Request(amounts, lacking, Long.parseLong(words[0]));
    }
}
