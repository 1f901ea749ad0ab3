package io.eagleray.kuberay;

import io.eagleray.client.ConfigurationException;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the quotas of a namespace leave for clusters. */
final class Quotas {
    /** What each execution needs some of. */
    private static final Set<String> NEEDED = Set.of(
            "pods",
            "count/pods",
            "cpu",
            "requests.cpu",
            "limits.cpu",
            "memory",
            "requests.memory",
            "limits.memory",
            "services",
            "count/services",
            "secrets",
            "count/secrets",
            "count/rayjobs.ray.io",
            "count/rayclusters.ray.io");

    private Quotas() {}

    /**
     * Says what is left.
     *
     * @throws ConfigurationException when one leaves nothing of what each execution needs
     */
    static String left(List<ResourceQuota> quotas) {
        List<String> left = new ArrayList<>();
        List<String> usedUp = new ArrayList<>();
        quotas.forEach(quota -> look(quota, left, usedUp));
        if (!usedUp.isEmpty()) {
            throw new ConfigurationException("nothing is left of " + String.join(", ", usedUp)
                    + ": no cluster can be made; remove what is not needed there any more, or ask for a larger"
                    + " ResourceQuota");
        }
        return left.isEmpty() ? "none holds clusters back" : "left: " + String.join(", ", left);
    }

    private static void look(ResourceQuota quota, List<String> left, List<String> usedUp) {
        if (quota.getStatus() == null || quota.getStatus().getHard() == null) {
            return; // it is new, and nobody has counted yet
        }
        Map<String, Quantity> used = quota.getStatus().getUsed() == null
                ? Map.of()
                : quota.getStatus().getUsed();
        new TreeMap<>(quota.getStatus().getHard()).forEach((resource, hard) -> {
            if (NEEDED.contains(resource)) {
                String where =
                        resource + " (ResourceQuota " + quota.getMetadata().getName() + ")";
                BigDecimal rest = Quantity.getAmountInBytes(hard)
                        .subtract(Quantity.getAmountInBytes(used.getOrDefault(resource, new Quantity("0"))));
                if (rest.signum() <= 0 && isForAll(quota)) {
                    usedUp.add(where + ": all " + hard + " are used");
                } else {
                    left.add(text(rest, hard.getFormat()) + " of " + hard + " " + where);
                }
            }
        });
    }

    /** One with a scope counts some pods only, which those of a cluster need not be. */
    private static boolean isForAll(ResourceQuota quota) {
        return quota.getSpec() == null
                || (quota.getSpec().getScopes().isEmpty() && quota.getSpec().getScopeSelector() == null);
    }

    private static String text(BigDecimal amount, String format) {
        Quantity quantity = Quantity.fromNumericalAmount(amount.max(BigDecimal.ZERO), format);
        return new BigDecimal(quantity.getAmount())
                        .setScale(2, RoundingMode.DOWN)
                        .stripTrailingZeros()
                        .toPlainString()
                + format;
    }
}
