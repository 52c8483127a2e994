package org.cairn.caller;

import java.time.Instant;

/**
 * A district that this installation serves.
 *
 * @param id the value of the claim {@code tenant} in its people's tokens
 * @param name the district's name
 */
public record TenantView(String id, String name, Instant registeredAt) {}
