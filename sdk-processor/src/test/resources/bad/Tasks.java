import io.eagleray.Label;
import io.eagleray.Secret;
import io.eagleray.Task;
import java.io.IOException;

class Tasks {
    @Task(retries = -1) // error: retries (-1) is negative; write 0 or more
    static int negative() {
        return 1;
    }

    @Task(retryOn = IOException.class) // error: retryOn has no effect without retries; set retries to 1 or more, or leave retryOn out
    static int never() {
        return 1;
    }

    @Task(timeout = "5 minutes") // error: timeout "5 minutes" is no duration; write a number with s, m, h or d such as 90s, or ISO-8601 such as PT1M30S
    static int words() {
        return 1;
    }

    @Task(timeout = "99999999999999999d") // error: timeout "99999999999999999d" is no duration; write a number with s, m, h or d such as 90s, or ISO-8601 such as PT1M30S
    static int overflow() {
        return 1;
    }

    @Task(timeout = "0s") // error: timeout "0s" is not positive; write a longer one, or leave it out
    static int zero() {
        return 1;
    }

    @Task(timeout = "PT-5M") // error: timeout "PT-5M" is not positive; write a longer one, or leave it out
    static int past() {
        return 1;
    }

    @Task(timeout = "30000d") // error: timeout "30000d" is longer than 24855 days; write a shorter one, or leave it out
    static int ages() {
        return 1;
    }

    @Task(cacheVersion = "2") // error: cacheVersion "2" has no effect without cache; set cache = true, or leave cacheVersion out
    static int uncached() {
        return 1;
    }

    @Task(
            secrets = {
                @Secret(name = " ", key = "password"), // error: a secret has a blank name or key; write both
                @Secret(name = "db", key = ""), // error: a secret has a blank name or key; write both
                @Secret(name = "db", key = "password", env = "1DB"), // error: environment variable "1DB" of a secret is no POSIX name; use letters, digits and "_", not a digit first
                @Secret(name = "db", key = "password", env = "DB"),
                @Secret(name = "db", key = "user", env = "DB") // error: environment variable "DB" of a secret is set twice; rename one
            })
    static int secrets() {
        return 1;
    }

    @Task(
            labels = {
                @Label(key = "team/", value = "a"), // error: label key "team/" is not allowed by Kubernetes; write at most 63 letters, digits, "-", "_" and ".", with an optional domain and "/" before it
                @Label(key = "Example.com/team", value = "a"), // error: label key "Example.com/team" is not allowed by Kubernetes; write at most 63 letters, digits, "-", "_" and ".", with an optional domain and "/" before it
                @Label(key = "team", value = "two words"), // error: value "two words" of label "team" is not allowed by Kubernetes; write at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends
                @Label(key = "team", value = "") // error: label "team" is set twice; leave one out
            })
    static int labels() {
        return 1;
    }

    static Object companionIsThere() {
        return TasksTasks.labels();
    }
}
