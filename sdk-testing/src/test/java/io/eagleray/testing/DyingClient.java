package io.eagleray.testing;

import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.client.SubmitOptions;

/** A client in a process of its own, which tells what it does and can be killed while it does it. */
final class DyingClient {
    private DyingClient() {}

    /** Arguments: the backend, the id, the folder of marks. */
    public static void main(String[] arguments) {
        try (Eagleray eagleray = Eagleray.builder()
                .backend(arguments[0])
                .progress(progress -> say(progress.what()))
                .connect()) {
            Execution<Integer> execution = eagleray.submit(
                    RemotelyTasks.count(arguments[2], 20, 100),
                    SubmitOptions.defaults().withId(arguments[1]));
            say("submitted");
            execution.logs(line -> say(line.text().contains("number") ? "running" : "waiting"));
            say("result " + execution.result());
        }
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }
}
