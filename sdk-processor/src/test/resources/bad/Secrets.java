import io.eagleray.EnvVar;
import io.eagleray.Task;

class Secrets {
    @Task(env = @EnvVar(key = "API_KEY", value = "4711-0815")) // warning: environment variable "API_KEY" looks like a secret and stands in the spec for all to read; use @Secret, or @SuppressWarnings("eagleray") if it is none
    static int warned() {
        return 1;
    }

    @Task(
            env = {
                @EnvVar(key = "TOKENIZERS_PARALLELISM", value = "false"),
                @EnvVar(key = "MAX_TOKENS", value = "4096"),
                @EnvVar(key = "PASSWORD_FILE", value = "/run/secrets/password"),
                @EnvVar(key = "USE_TOKEN", value = "true"),
                @EnvVar(key = "MONKEY", value = "banana")
            })
    static int harmless() {
        return 1;
    }

    @Task(env = @EnvVar(key = "API_KEY", value = "public"))
    @SuppressWarnings("eagleray")
    static int suppressed() {
        return 1;
    }
}
