package org.cairn.digest;

/**
 * What a guardian wants of the weekly digest.
 *
 * @param wanted whether it is to be sent
 * @param language that it is written in: {@code en} or {@code es}
 * @param address whether the roster has an address to send it to
 */
public record DigestPreferenceView(boolean wanted, String language, boolean address) {}
