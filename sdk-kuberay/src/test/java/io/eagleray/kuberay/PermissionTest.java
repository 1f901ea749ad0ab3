package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionTest {

    @Test
    void theRoleInTheDocsGivesWhatIsNeededAndNoMore() throws IOException {
        Role role = Serialization.unmarshal(Files.readString(Path.of("..", "docs", "kuberay-role.yaml")), Role.class);
        List<Permission> given = role.getRules().stream()
                .flatMap(rule -> rule.getApiGroups().stream()
                        .flatMap(group -> rule.getResources().stream()
                                .flatMap(resource ->
                                        rule.getVerbs().stream().map(verb -> new Permission(verb, group, resource)))))
                .toList();
        assertThat(given).containsExactlyInAnyOrderElementsOf(Permission.ALL);
    }
}
