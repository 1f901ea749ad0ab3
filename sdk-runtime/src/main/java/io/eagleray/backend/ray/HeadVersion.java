package io.eagleray.backend.ray;

import java.util.Optional;

/**
 * What a head says of itself.
 *
 * @param ray its version of Ray
 * @param jobsApi the version of its Jobs API, such as {@code 4}
 * @param session the name of its session, which another start of the head changes; empty where the version does not tell
 */
public record HeadVersion(RayVersion ray, int jobsApi, Optional<String> session) {}
