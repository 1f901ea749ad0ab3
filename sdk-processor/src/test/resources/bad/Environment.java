import io.eagleray.EnvVar;
import io.eagleray.RayJobConfig;
import io.eagleray.RuntimeEnv;
import io.eagleray.Secret;
import io.eagleray.Task;

class Environment {
    @Task(
            env = {
                @EnvVar(key = "A-B", value = "1"), // error: environment variable "A-B" is no POSIX name; use letters, digits and "_", not a digit first
                @EnvVar(key = "", value = "1"), // error: environment variable "" is no POSIX name; use letters, digits and "_", not a digit first
                @EnvVar(key = "TZ", value = "UTC"),
                @EnvVar(key = "TZ", value = "CET"), // error: environment variable "TZ" is set twice; leave one out
                @EnvVar(key = "DB_PASSWORD", value = "hunter2") // warning: environment variable "DB_PASSWORD" looks like a secret and stands in the spec for all to read; use @Secret, or @SuppressWarnings("eagleray") if it is none
            },
            secrets = @Secret(name = "zone", key = "zone", env = "TZ")) // error: environment variable "TZ" of a secret is set twice; rename one
    @RayJobConfig(
            runtimeEnv =
                    @RuntimeEnv(
                            envVars = {
                                @EnvVar(key = "AWS_SECRET_ACCESS_KEY", value = "abcdefgh"), // warning: environment variable "AWS_SECRET_ACCESS_KEY" looks like a secret and stands in the spec for all to read; use @Secret, or @SuppressWarnings("eagleray") if it is none
                                @EnvVar(key = "HUB", value = "hf_abcdefghijklmnopqrstuvwxyz"), // warning: environment variable "HUB" looks like a secret and stands in the spec for all to read; use @Secret, or @SuppressWarnings("eagleray") if it is none
                                @EnvVar(key = "0", value = "") // error: environment variable "0" is no POSIX name; use letters, digits and "_", not a digit first
                            }))
    static int f() {
        return 1;
    }
}
