package org.cairn.journey;

import java.util.List;

/**
 * How a learner stands on a lesson, in numbers.
 *
 * @param answered questions with an answer
 * @param attempted answered questions that the server could score
 * @param correct questions with a right answer, at whatever try
 * @param score round(100 · correct / attempted); 0 while nothing is attempted
 * @param perfect whether every assigned question was right at the first try
 * @param verified whether the server scored every assigned question
 * @param timeSpent seconds, over all tries
 * @param attempts tries
 * @param hintsUsed as the device says, or as many as Cairn has given where that is more
 * @param unanswered ids of the questions that are left
 */
record LessonState(
    int answered,
    int attempted,
    int correct,
    int score,
    boolean perfect,
    boolean verified,
    long timeSpent,
    int attempts,
    int hintsUsed,
    List<String> unanswered) {}
