package io.eagleray.client;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Ids of executions: what runs, for people, and enough chance to be unique. Usable as DNS labels. */
public final class ExecutionIds {
    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int CHANCE = 10;
    private static final int MOST_NAME = 30;

    private ExecutionIds() {}

    /**
     * An id that nobody has.
     *
     * @param task the name of the task
     * @return its name in small letters, and some that are chosen by chance: at most 41 characters
     */
    public static String next(String task) {
        String name =
                task.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
        String bounded = name.substring(0, Math.min(name.length(), MOST_NAME)).replaceAll("-+$", "");
        StringBuilder id = new StringBuilder(bounded.isEmpty() ? "task" : bounded).append('-');
        for (int i = 0; i < CHANCE; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
