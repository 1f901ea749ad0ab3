package io.eagleray.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The processor, which does not have the runtime, refuses the addresses that the runtime refuses. */
final class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "embedded",
                "local",
                "local?nodes=3",
                " local ",
                "http://127.0.0.1:8265",
                "https://ray.example",
                "kuberay://team-a",
                "kuberay://team-a?context=arn:aws:eks:eu-west-1:1:cluster/dev",
                "flyte://flyte.example:443/project/domain",
                "auto",
                "ray://head:10001",
                "head:6379",
                "127.0.0.1:8265",
                "local:",
                "Local",
                "localhost",
                "http:",
                "http://",
                "http:// ",
                "kuberay://?context=dev",
                "local?",
                "local?nodes",
                "local?=3",
                "local?a=1&a=2",
                "local?a=1&",
                "ftp://head",
                "://",
                "?",
                " ",
                "http://head?x=1?y=2"
            })
    void areRefusedAsTheRuntimeRefusesThem(String address) {
        boolean refused = catchThrowable(() -> BackendUri.parse(address)) instanceof ConfigurationException;
        assertThat(Addresses.refusal(address).isPresent()).isEqualTo(refused);
    }

    @Test
    void mayBeLeftOut() {
        assertThat(Addresses.refusal("")).isEmpty();
    }
}
