package io.eagleray.kuberay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.zjsonpatch.DiffFlags;
import io.fabric8.zjsonpatch.JsonDiff;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** What a RayJob on the cluster would have to become to be another. */
final class Differences {
    /** Clients, queues and the operator write these while it runs. */
    private static final List<String> OF_A_RUN = List.of("jobId", "preRunningDeadlineSeconds", "suspend");

    private static final List<String> OF_A_CLIENT = List.of(Labels.OWNER, Labels.CONFIGURATION, Labels.GENERATION);

    private static final EnumSet<DiffFlags> STEPS =
            EnumSet.of(DiffFlags.OMIT_MOVE_OPERATION, DiffFlags.ADD_ORIGINAL_VALUE_ON_REPLACE);

    private Differences() {}

    /**
     * A line for each difference: its path, what is there, and what is wanted.
     *
     * @param there as the API server gives it
     * @param wanted as the API server would take it, its defaults filled in
     */
    static List<String> of(RayJob there, RayJob wanted) {
        List<String> lines = new ArrayList<>();
        for (JsonNode step : JsonDiff.asJson(comparable(there), comparable(wanted), STEPS)) {
            String path = step.path("path").asText().substring(1).replace('/', '.');
            String value = text(step.path("value"));
            lines.add(path.replace("~1", "/").replace("~0", "~") + ": "
                    + switch (step.path("op").asText()) {
                        case "remove" -> value + " is not asked for";
                        case "add" -> value + " is added";
                        default -> text(step.path("fromValue")) + " becomes " + value;
                    });
        }
        return List.copyOf(lines);
    }

    private static String text(JsonNode value) {
        return KubeTrouble.shown(value.toString());
    }

    private static JsonNode comparable(RayJob job) {
        ObjectNode all = Serialization.unmarshal(Serialization.asJson(job), ObjectNode.class);
        all.withObject("/metadata").retain("labels");
        all.withObject("/metadata/labels").remove(OF_A_CLIENT);
        all.withObject("/spec").remove(OF_A_RUN);
        return all.retain("metadata", "spec");
    }
}
