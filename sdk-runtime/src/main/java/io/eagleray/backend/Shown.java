package io.eagleray.backend;

/** Text from a server, for people: no control characters, and not too long. */
public final class Shown {
    private Shown() {}

    /**
     * The same, line by line.
     *
     * @param text the text
     * @param most how many characters are shown
     * @return what can be shown
     */
    public static String lines(String text, int most) {
        return of(text, most, "[\\p{Cntrl}\\p{Cf}&&[^\n]]+");
    }

    /**
     * The same as one line.
     *
     * @param text the text
     * @param most how many characters are shown
     * @return what can be shown
     */
    public static String of(String text, int most) {
        return of(text, most, "[\\p{Cntrl}\\p{Cf}]+");
    }

    private static String of(String text, int most, String unwanted) {
        String plain = text.replaceAll(unwanted, " ");
        return plain.length() <= most ? plain : plain.substring(0, most) + "…";
    }
}
