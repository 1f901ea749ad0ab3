package io.eagleray.backend.ray;

import io.eagleray.backend.Shown;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Ways in which no answer comes at all, as exceptions with a remedy. */
final class Trouble {
    private Trouble() {}

    /** Whether another attempt may have more luck. */
    static boolean passes(Throwable cause) {
        return !(cause instanceof SSLException
                || cause instanceof Bounded.TooLarge
                || isUnknownHost(cause)
                || !(cause instanceof IOException || cause instanceof TimeoutException));
    }

    static EaglerayException of(Throwable cause, Ask ask, HeadAddress address, Duration timeout) {
        String head = "the Ray head at " + address;
        if (isUnknownHost(cause)) {
            return new ConfigurationException(
                    "no machine is known as " + address.root().getHost() + ": is the address " + address
                            + " right, and does this machine's DNS know it?",
                    cause);
        }
        if (cause instanceof SSLException refused) {
            return new ConfigurationException(tls(refused, head, address), cause);
        }
        if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
            return new BackendException(
                    "cannot reach " + head + " (" + reason(cause) + "): is the cluster up, and is its dashboard port"
                            + " open or forwarded?",
                    cause);
        }
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return new BackendException(
                    head + " does not answer " + ask + " within " + timeout.toSeconds()
                            + " s: is it overloaded, or does something on the way drop the connection?",
                    cause);
        }
        if (cause instanceof Bounded.TooLarge) {
            return new BackendException(
                    head + " answers " + ask + " with " + cause.getMessage() + ", which is not read: delete old jobs"
                            + " or long logs there, or ask for less",
                    cause);
        }
        return new BackendException(
                "the connection to " + head + " broke at " + ask + " (" + reason(cause)
                        + "): is it " + (address.isSecure() ? "https" : "http")
                        + " what listens there, and is the cluster still up?",
                cause);
    }

    private static boolean isUnknownHost(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof UnknownHostException || each instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "it does not answer";
        }
        if (cause instanceof ConnectException && cause.getMessage() == null) {
            return "connection refused";
        }
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : Shown.of(cause.getMessage(), 200).toLowerCase(Locale.ROOT);
    }

    private static String tls(SSLException cause, String head, HeadAddress address) {
        String said = Shown.of(String.valueOf(cause.getMessage()), 200);
        if (said.contains("Unsupported or unrecognized SSL message") || said.contains("plaintext connection")) {
            return head + " does not speak TLS: write http in place of https, or name the port that does";
        }
        if (said.contains("PKIX") || said.contains("unable to find valid certification path")) {
            return head + " shows a certificate that is not trusted (" + said
                    + "): set EAGLERAY_CA_FILE to the PEM file of the authority that has signed it";
        }
        if (said.contains("No subject alternative") || said.contains("No name matching")) {
            return head + " shows a certificate for another name than "
                    + address.root().getHost() + " (" + said + "): name it as the certificate does";
        }
        if (said.contains("certificate_required") || said.contains("bad_certificate")) {
            return head + " asks for a client certificate (" + said
                    + "): set EAGLERAY_CLIENT_CERTIFICATE and EAGLERAY_CLIENT_KEY";
        }
        return "no TLS connection to " + head + " (" + said
                + "): check EAGLERAY_CA_FILE, EAGLERAY_CLIENT_CERTIFICATE and the server's certificate";
    }
}
