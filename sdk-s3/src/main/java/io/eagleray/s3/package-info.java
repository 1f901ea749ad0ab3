/** Storages on S3, by Amazon's own client. */
@NullMarked
package io.eagleray.s3;

import org.jspecify.annotations.NullMarked;
