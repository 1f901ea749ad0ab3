package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotasTest {

    private static ResourceQuota quota(String spec, String hard, String used) {
        return Serialization.unmarshal(
                "metadata: {name: few}\nspec: " + spec + "\nstatus: {hard: " + hard + ", used: " + used + "}",
                ResourceQuota.class);
    }

    @Test
    void whatIsLeftIsSaidInTheUnitsOfTheQuota() {
        assertThat(Quotas.left(List.of(quota(
                        "{}",
                        "{pods: 10, requests.cpu: '2', requests.memory: 8Gi, limits.memory: 1000Mi}",
                        "{pods: 3, requests.cpu: 1500m, requests.memory: 512Mi}"))))
                .isEqualTo(
                        "left: 1000Mi of 1000Mi limits.memory (ResourceQuota few), 7 of 10 pods (ResourceQuota few),"
                                + " 0.5 of 2 requests.cpu (ResourceQuota few), 7.5Gi of 8Gi requests.memory (ResourceQuota few)");
    }

    @Test
    void oneThatLeavesNothingIsAFailure() {
        assertThatThrownBy(() -> Quotas.left(
                        List.of(quota("{}", "{pods: 0, requests.cpu: 1500m, secrets: 5}", "{requests.cpu: '1.6'}"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nothing is left of pods (ResourceQuota few): all 0 are used, requests.cpu"
                        + " (ResourceQuota few): all 1500m are used: no cluster can be made")
                .hasMessageContaining("ask for a larger ResourceQuota");
    }

    @Test
    void whatNoClusterNeedsHoldsNoneBack() {
        assertThat(Quotas.left(List.of(quota("{}", "{persistentvolumeclaims: 0}", "{}"))))
                .isEqualTo("none holds clusters back");
        assertThat(Quotas.left(List.of())).isEqualTo("none holds clusters back");
        assertThat(Quotas.left(List.of(new ResourceQuota()))).isEqualTo("none holds clusters back");
    }

    @Test
    void oneForSomePodsOnlyNeedHoldNoneBack() {
        assertThat(Quotas.left(List.of(quota("{scopes: [BestEffort]}", "{pods: 2}", "{pods: 2}"))))
                .isEqualTo("left: 0 of 2 pods (ResourceQuota few)");
    }
}
