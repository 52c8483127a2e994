package org.cairn.guardian;

import java.time.Instant;

/**
 * A code with which one guardian can be linked to one learner; it is shown once.
 *
 * @param code 8 characters; case, spaces and hyphens do not matter
 */
public record PairingCodeView(String code, Instant expiresAt) {}
