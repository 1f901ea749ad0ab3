import io.eagleray.RayJobConfig;
import io.eagleray.RuntimeEnv;
import io.eagleray.Task;

class RuntimeEnvironment {
    @Task
    @RayJobConfig(
            runtimeEnv = @RuntimeEnv(
                    pip = {"numpy", " "}, // error: pip has a blank entry; leave it out
                    conda = "base", // error: conda and pip exclude each other in Ray; list the pip packages in the conda file
                    pyModules = {""}, // error: pyModules has a blank entry; leave it out
                    excludes = {"\t"}, // error: excludes has a blank entry; leave it out
                    setupTimeoutSeconds = 0)) // error: setupTimeoutSeconds (0) is less than 1; write 1 or more, or leave it out
    static int blank() {
        return 1;
    }

    @Task
    @RayJobConfig(runtimeEnv = @RuntimeEnv(pip = {"numpy", "--no-deps", "-r requirements.txt"})) // error: pip entry "--no-deps" is an option; write requirements such as numpy==2.1.0 only // error: pip entry "-r requirements.txt" is an option; write requirements such as numpy==2.1.0 only
    static int options() {
        return 1;
    }
}
