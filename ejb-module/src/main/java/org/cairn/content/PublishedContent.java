package org.cairn.content;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A published version as everybody may see it.
 *
 * @param shared whether it is the reserved tenant's
 * @param content what was published, without any key
 */
public record PublishedContent(String id, int version, boolean shared, JsonNode content) {}
