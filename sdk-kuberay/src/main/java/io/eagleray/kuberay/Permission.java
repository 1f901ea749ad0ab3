package io.eagleray.kuberay;

import java.util.List;

/**
 * Something that who runs tasks has to be allowed.
 *
 * @param verb what is done
 * @param group the API group
 * @param resource the resource, with its subresource after a slash
 */
record Permission(String verb, String group, String resource) {

    /** What {@code docs/kuberay-role.yaml} gives, and no more. */
    static final List<Permission> ALL = List.of(
            new Permission("get", "ray.io", "rayjobs"),
            new Permission("list", "ray.io", "rayjobs"),
            new Permission("create", "ray.io", "rayjobs"),
            new Permission("patch", "ray.io", "rayjobs"),
            new Permission("delete", "ray.io", "rayjobs"),
            new Permission("list", "", "pods"),
            new Permission("list", "", "events"),
            new Permission("get", "", "pods/portforward"),
            new Permission("create", "", "pods/portforward"),
            new Permission("get", "", "secrets"));

    @Override
    public String toString() {
        return verb + " " + resource + (group.isEmpty() ? "" : "." + group);
    }
}
