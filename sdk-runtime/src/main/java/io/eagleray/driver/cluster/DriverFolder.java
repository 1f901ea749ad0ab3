package io.eagleray.driver.cluster;

/** Where a driver keeps what is its own, in the folder of Ray's logs, whose files Ray's dashboard shows. */
final class DriverFolder {
    private DriverFolder() {}

    static String of(String id) {
        return "eagleray/" + id;
    }
}
