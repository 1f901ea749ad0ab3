package io.eagleray.backend.ray;

import io.eagleray.backend.Shown;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import java.util.Optional;

/** Answers that are failures, as exceptions with a remedy. */
final class Refusal {
    private static final String TOKEN_PLACES =
            "set RAY_AUTH_TOKEN or RAY_AUTH_TOKEN_PATH to the cluster's token, or put it into ~/.ray/auth_token";

    private Refusal() {}

    static EaglerayException of(Answer answer, HeadOptions options) {
        String head = "the Ray head at " + answer.address();
        String said = said(answer, options);
        Optional<HeadToken> token = options.token();
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> redirected(answer, head);
            case 400 -> badRequest(answer, head, said);
            case 401 ->
                new ConfigurationException(
                        token.map(given -> head + " does not take " + given + " (401" + said + "): " + TOKEN_PLACES)
                                .orElse(head + " asks for a token (401), and there is none: " + TOKEN_PLACES));
            case 403 ->
                new ConfigurationException(token.map(given -> head + " refuses " + given + " (403" + said
                                + "): it is another cluster's," + " or has expired; " + TOKEN_PLACES)
                        .orElse(head + " refuses access (403" + said + "): is a header or a certificate"
                                + " missing? Set EAGLERAY_HEADERS or EAGLERAY_CLIENT_CERTIFICATE"));
            case 404, 405 ->
                new BackendException(head + " does not know " + answer.ask() + " (" + answer.status() + said
                        + "): is this the address of a dashboard, of Ray " + RayVersion.OLDEST
                        + " or later, installed as ray[default]?");
            case 407 ->
                new ConfigurationException("the HTTP proxy on the way to " + answer.address()
                        + " asks for a password (407): name another with -Dhttps.proxyHost, or leave this address out"
                        + " with -Dhttp.nonProxyHosts");
            case 413 ->
                new BackendException(head + " or a proxy before it refuses " + answer.ask()
                        + " as too large (413): Ray takes " + RayPackages.MOST_BYTES
                        + " bytes; make it smaller, or raise the proxy's limit");
            case 429 -> new BackendException(head + " is asked too much (429" + said + "): try again later");
            case 502, 503, 504 ->
                new BackendException("the proxy before " + head + " cannot reach it (" + answer.status() + said
                        + "): does the head start or restart? Try again later");
            default ->
                answer.status() >= Answer.SERVER_ERROR
                        ? new BackendException(head + " failed at " + answer.ask() + " (" + answer.status() + said
                                + "): the log files dashboard*.log of the head tell more")
                        : new BackendException(head + " answers " + answer.ask() + " with status " + answer.status()
                                + said + ": is it Ray, and no proxy in its place?");
        };
    }

    /** A page where data should be. */
    static ConfigurationException page(Answer answer) {
        return new ConfigurationException("at " + answer.address() + " a web page answers " + answer.ask()
                + " in place of Ray's API: is it a login page or another service? Name the address of the dashboard,"
                + " and set EAGLERAY_HEADERS if the proxy wants some");
    }

    private static EaglerayException redirected(Answer answer, String head) {
        String target = answer.location()
                .map(location -> location.replaceAll("[?#].*", "").replaceAll("//[^/@]*@", "//"))
                .map(location -> Shown.of(location, 200))
                .orElse("nowhere");
        return new ConfigurationException(head + " sends " + answer.ask() + " on to " + target + " (" + answer.status()
                + "), which is not followed, for a token goes nowhere else: if that is right, name that address");
    }

    private static EaglerayException badRequest(Answer answer, String head, String said) {
        String remedy = answer.text().contains("unexpected keyword argument")
                ? "): its Ray does not know that field; leave it out, or use a newer Ray there"
                : ")";
        return new ConfigurationException(head + " refuses " + answer.ask() + " (400" + said + remedy);
    }

    private static String said(Answer answer, HeadOptions options) {
        if (answer.isPage()) {
            return ", from a web page";
        }
        String excerpt = answer.excerpt();
        for (String secret : options.secrets()) {
            excerpt = excerpt.replace(secret, "***");
        }
        return excerpt.isEmpty() ? "" : ": " + excerpt;
    }
}
