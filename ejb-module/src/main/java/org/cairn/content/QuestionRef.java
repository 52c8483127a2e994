package org.cairn.content;

/**
 * One version of a question, as a lesson asks it.
 *
 * @param shared whether it is the reserved tenant's, else the caller's own
 */
public record QuestionRef(String id, int version, boolean shared) {}
