/** Clusters that the KubeRay operator makes for tasks on Kubernetes. */
@NullMarked
package io.eagleray.kuberay;

import org.jspecify.annotations.NullMarked;
