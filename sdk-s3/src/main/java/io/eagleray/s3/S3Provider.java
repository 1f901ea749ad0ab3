package io.eagleray.s3;

import io.eagleray.client.ConfigurationException;
import io.eagleray.storage.Storage;
import io.eagleray.storage.StorageProvider;
import io.eagleray.storage.StorageUri;
import java.time.Duration;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Opens {@code s3://bucket[/prefix]}. Credentials, region and endpoint come from where Amazon's client looks for them on
 * either side: {@code AWS_ACCESS_KEY_ID}, {@code AWS_PROFILE}, {@code AWS_REGION}, {@code AWS_ENDPOINT_URL_S3}, roles …
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">their settings</a>
 */
public final class S3Provider implements StorageProvider {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ATTEMPT = Duration.ofMinutes(10);
    private static final Duration WHOLE = Duration.ofMinutes(20);

    /** Called by the service loader. */
    public S3Provider() {}

    @Override
    public String scheme() {
        return "s3";
    }

    @Override
    public void check(StorageUri uri) {
        if (!BUCKET.matcher(uri.authority()).matches()) {
            throw new ConfigurationException(StorageUri.VARIABLE + "=" + uri + " names no bucket: write"
                    + " s3://bucket[/prefix], with a name of 3 to 63 lower-case letters, digits, \".\" and \"-\"");
        }
    }

    /**
     * What speaks S3's protocol elsewhere seldom has a host name for each bucket, and does not know its newer checksums;
     * an outcome has its own.
     */
    @Override
    public Storage open(StorageUri uri) {
        check(uri);
        try {
            S3Client client = S3Client.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT))
                    .overrideConfiguration(ClientOverrideConfiguration.builder()
                            .apiCallAttemptTimeout(ATTEMPT)
                            .apiCallTimeout(WHOLE)
                            .build())
                    .forcePathStyle(true)
                    .serviceConfiguration(settings -> settings.chunkedEncodingEnabled(false))
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                    .build();
            return new S3Storage(client, uri);
        } catch (SdkClientException e) {
            throw new ConfigurationException(
                    StorageUri.VARIABLE + "=" + uri + " cannot be opened (" + e.getMessage()
                            + "): set AWS_REGION, and AWS_ENDPOINT_URL_S3 where it is not Amazon's",
                    e);
        }
    }
}
