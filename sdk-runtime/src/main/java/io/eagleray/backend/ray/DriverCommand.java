package io.eagleray.backend.ray;

import io.eagleray.bundle.PackageName;
import io.eagleray.driver.connect.JvmOptions;
import java.util.regex.Pattern;

/** The shell line that a job begins with. It is the same for all jobs, but for the name of a package. */
final class DriverCommand {
    private static final Pattern PACKAGE = Pattern.compile(PackageName.REGEX);
    static final String ENTRYPOINT = "io.eagleray.driver.cluster.Entrypoint";

    private DriverCommand() {}

    /** Ray lists the folders of all packages in PYTHONPATH; the classes that the JVM begins with are in one of them. */
    static String of(String jobPackage) {
        if (!PACKAGE.matcher(jobPackage).matches()) {
            throw new IllegalArgumentException(jobPackage + " is no package of ours");
        }
        return "command -v java >/dev/null || { echo \"eagleray: there is no java on the PATH of this node: install a JDK,"
                + " 17 or later, there and on all nodes with workers\" >&2; exit 127; };"
                + " exec java " + String.join(" ", JvmOptions.ofClusterDriver()) + " -cp \"$PYTHONPATH\" " + ENTRYPOINT
                + " " + jobPackage;
    }
}
