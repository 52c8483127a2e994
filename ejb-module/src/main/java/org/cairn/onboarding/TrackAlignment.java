package org.cairn.onboarding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.access.Trust;
import org.cairn.caller.Roles;
import org.cairn.definitions.AlignmentView;
import org.cairn.definitions.DefinitionAlignment;
import org.cairn.events.Consequences;
import org.cairn.events.EventLog;
import org.cairn.events.NewEvent;
import org.jspecify.annotations.Nullable;

/**
 * Brings the shared definitions in the database in line with the files, idempotently; and has
 * learners whose tracks have lost steps judged anew, so that nobody waits for a step that is gone.
 */
@Stateless
@LocalBean
@RolesAllowed(Roles.SYSTEM)
public class TrackAlignment implements DefinitionAlignment {

  @Inject private TrackAligning aligning;
  @Inject private StaleStore stale;
  @Inject private Access access;
  @Inject private EventLog log;

  /** A learner's track that was judged last when it had more steps. */
  public record Stale(UUID learnerId, String trackKey) {

    /** Its place in the list of all. */
    public String key() {
      return learnerId + " " + trackKey;
    }
  }

  @Override
  public AlignmentView align(Path config) {
    return aligning.align(config);
  }

  /** How many there are. */
  public long total() {
    return stale.total();
  }

  /** Those behind a key, in the order of keys; from the first without a key. */
  public List<Stale> page(@Nullable String after, int limit) {
    return stale.page(after, limit);
  }

  /** Has tracks judged anew: what is owed then is paid. */
  public void judgeAnew(Collection<Stale> found) {
    Map<UUID, List<Stale>> byLearner =
        found.stream()
            .collect(Collectors.groupingBy(Stale::learnerId, TreeMap::new, Collectors.toList()));
    Map<UUID, ActingLearner> learners = access.acting(byLearner.keySet());
    byLearner.forEach(
        (id, tracks) -> {
          ActingLearner learner = learners.get(id);
          if (learner != null) {
            List<NewEvent> events =
                tracks.stream()
                    .map(each -> TrackCommand.RETIRE.event(each.trackKey(), null, Map.of()))
                    .toList();
            log.append(learner, events, Trust.SERVER, new Consequences());
          }
        });
  }
}
