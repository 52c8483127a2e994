package org.cairn.launcher;

/** The login of a district's own program. */
public record SystemClient(String tenant, String clientId, String clientSecret) {}
