package io.eagleray.backend.ray;

/** Text from a server, for people: no control characters, and not too long. */
final class Shown {
    private Shown() {}

    /** The same, line by line. */
    static String lines(String text, int most) {
        return of(text, most, "[\\p{Cntrl}\\p{Cf}&&[^\n]]+");
    }

    static String of(String text, int most) {
        return of(text, most, "[\\p{Cntrl}\\p{Cf}]+");
    }

    private static String of(String text, int most, String unwanted) {
        String plain = text.replaceAll(unwanted, " ");
        return plain.length() <= most ? plain : plain.substring(0, most) + "…";
    }
}
