package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import java.util.List;

/** What retries must be. */
final class RetryRules {
    static final List<Rule<RetriesModel>> ALL = List.of(RetryRules::isNotNegative, RetryRules::onNeedsCount);

    private RetryRules() {}

    private static List<Problem> isNotNegative(RetriesModel retries) {
        int count = retries.count().value();
        return count >= 0 ? none() : error(retries.count(), "retries (" + count + ") is negative; write 0 or more");
    }

    private static List<Problem> onNeedsCount(RetriesModel retries) {
        return retries.on().isEmpty() || retries.count().value() != 0
                ? none()
                : error(
                        retries.on().get(0),
                        "retryOn has no effect without retries; set retries to 1 or more, or leave retryOn out");
    }
}
