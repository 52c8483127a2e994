package org.cairn.journey;

import java.util.List;
import org.cairn.access.ActingLearner;
import org.cairn.events.Consequences;
import org.cairn.shared.DomainEvent;

/**
 * Questions, lessons or skills of one learner stand other than before: one event for one request.
 * It tells how things stand now, not what changed, so that late and repeated answers end alike.
 *
 * @param learner whose lock this transaction holds
 * @param questions those whose standing changed
 * @param lessons those whose standing changed
 * @param skills those whose standing changed
 * @param consequences where reactions tell what they paid
 */
public record JourneyAdvanced(
    ActingLearner learner,
    List<QuestionStanding> questions,
    List<LessonStanding> lessons,
    List<SkillStanding> skills,
    Consequences consequences)
    implements DomainEvent {}
