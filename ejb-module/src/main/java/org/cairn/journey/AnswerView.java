package org.cairn.journey;

import java.util.List;
import java.util.UUID;
import org.cairn.events.Consequence;
import org.jspecify.annotations.Nullable;

/**
 * What became of an answer; a repeated one gets the same.
 *
 * @param correct absent where the server has no key
 * @param verified whether the server scored it
 * @param tryNumber which try of the school year it was, when it was recorded
 * @param keyVersion the version of the question whose key judged it
 * @param consequences what followed from it when it was recorded
 */
public record AnswerView(
    String eventId,
    UUID sessionId,
    String questionId,
    @Nullable Boolean correct,
    boolean verified,
    int tryNumber,
    int keyVersion,
    List<Consequence> consequences) {}
