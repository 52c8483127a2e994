package org.cairn.onboarding;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.caller.Tenants;
import org.cairn.definitions.AlignmentView;
import org.cairn.definitions.DefinitionFiles;
import org.cairn.onboarding.TrackStore.Stored;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.cairn.shared.Setting;
import org.jspecify.annotations.Nullable;

/** A district's own tracks beside the shared ones, and the alignment of those. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class TrackDefinitions {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  @Inject private TrackStore store;
  @Inject private TrackCatalog catalog;
  @Inject private TrackAligning aligning;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * The tracks that learners of the district can have, by key: of each the newest version, the
   * district's own before the shared one.
   *
   * @throws ProblemException {@code INVALID_REQUEST} for a bad cursor or limit
   */
  public Page<TrackDefinitionView> page(@Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    String after = Cursor.key(cursor, "cursor");
    List<Stored> rest =
        inForce().values().stream()
            .filter(stored -> after == null || stored.key().compareTo(after) > 0)
            .limit(size + 1L)
            .toList();
    return Page.of(rest, size, Stored::key).map(TrackDefinitions::view);
  }

  /**
   * One track: the district's own definition, else the shared one.
   *
   * @throws ProblemException {@code TRACK_NOT_FOUND}
   */
  public TrackDefinitionView find(String trackKey) {
    Stored found = inForce().get(trackKey);
    if (found == null) {
      throw notFound();
    }
    return view(found);
  }

  /**
   * Gives the district a track of its own, or a new version of it; of a shared one's key, it goes
   * before that. Learners who have begun finish the version they are on. The same content again
   * changes nothing.
   *
   * @param basedOn the version as {@link #find} tells it; not needed for a new key
   * @throws ProblemException {@code TRACK_INVALID}, {@code TRACK_STALE}, {@code INVALID_REQUEST}
   *     without {@code basedOn}
   */
  public TrackDefinitionView put(
      String trackKey, @Nullable String basedOn, @Nullable JsonNode spec) {
    TrackDefinition definition = checked(trackKey, spec);
    Stored latest = inForce().get(trackKey);
    refuseStale(latest, basedOn);
    Instant now = clock.instant();
    Stored own = latest != null && latest.own() ? latest : own(trackKey);
    if (own == null || !own.hash().equals(definition.hash())) {
      int version = own == null ? 1 : own.version() + 1;
      if (!aligning.addVersion(definition, version, now)) {
        throw stale("another one");
      }
    }
    int opened = store.setActive(trackKey, true, now);
    if (own == null || opened > 0 || !own.hash().equals(definition.hash())) {
      audit.record(AuditAction.TRACK_CHANGED, AuditTarget.of("track", trackKey));
    }
    catalog.forget();
    return find(trackKey);
  }

  /**
   * Closes the district's own track to new learners; those who have begun go on. Where there is a
   * shared track of the key, that one holds again.
   *
   * @param basedOn the version as {@link #find} tells it
   * @return the track of the key that is there now
   * @throws ProblemException {@code TRACK_NOT_FOUND} also for a shared one, {@code TRACK_STALE},
   *     {@code INVALID_REQUEST} without {@code basedOn}
   */
  public TrackDefinitionView retire(String trackKey, @Nullable String basedOn) {
    Stored latest = inForce().get(trackKey);
    if (latest == null || !latest.own()) {
      throw notFound();
    }
    refuseStale(latest, basedOn);
    if (store.setActive(trackKey, false, clock.instant()) > 0) {
      audit.record(AuditAction.TRACK_RETIRED, AuditTarget.of("track", trackKey));
    }
    catalog.forget();
    return find(trackKey);
  }

  /**
   * Brings the shared tracks in line with the deployer's files now; a second time changes nothing.
   *
   * @throws ProblemException {@code ROLE_MISSING} for an operator inside a district
   */
  @RolesAllowed(Roles.OPERATOR)
  public AlignmentView align() {
    if (!Callers.current().tenant().equals(Tenants.SHARED)) {
      throw CommonProblem.ROLE_MISSING.with("The operation is for operators of no district.");
    }
    return aligning.align(Path.of(Setting.of("cairn.config", "config")));
  }

  /** What holds for new learners, by key; a retired one only where nothing else has its key. */
  private Map<String, Stored> inForce() {
    Map<String, Stored> byKey = new TreeMap<>();
    for (Stored stored : store.latest()) {
      byKey.merge(stored.key(), stored, TrackDefinitions::preferred);
    }
    return byKey;
  }

  private static Stored preferred(Stored one, Stored other) {
    Stored own = one.own() ? one : other;
    Stored shared = one.own() ? other : one;
    return own.active() ? own : shared;
  }

  /** The district's own newest version, though it be retired. */
  private @Nullable Stored own(String trackKey) {
    return store.latest().stream()
        .filter(stored -> stored.own() && stored.key().equals(trackKey))
        .findFirst()
        .orElse(null);
  }

  private static TrackDefinition checked(String trackKey, @Nullable JsonNode spec) {
    JsonNode document = spec == null ? JSON.createObjectNode() : spec;
    Path folder = Path.of(Setting.of("cairn.config", "config"), TrackAligning.FOLDER);
    List<FieldError> errors =
        new ArrayList<>(new DefinitionFiles(folder, TrackFiles.SCHEMA).errors(document));
    if (errors.isEmpty()) {
      errors.addAll(TrackFaults.of(document));
      if (!document.path("key").asText().equals(trackKey)) {
        errors.add(new FieldError("/key", "the key of the address"));
      }
    }
    if (!errors.isEmpty()) {
      throw OnboardingProblem.TRACK_INVALID.with(
          "Nothing was changed.", errors.toArray(FieldError[]::new));
    }
    return new TrackDefinition(trackKey, document);
  }

  private static void refuseStale(@Nullable Stored latest, @Nullable String basedOn) {
    if (latest == null && basedOn != null) {
      throw stale("none");
    }
    if (latest != null && basedOn == null) {
      throw CommonProblem.INVALID_REQUEST.with(
          "Nothing was changed.",
          new FieldError("If-Match", "the ETag of the track, from GET /admin/tracks/{trackKey}"));
    }
    if (latest != null && !version(latest).equals(basedOn)) {
      throw stale(version(latest));
    }
  }

  private static ProblemException stale(String latest) {
    return OnboardingProblem.TRACK_STALE.with(
        "Nothing was changed: the newest version is " + latest + ".");
  }

  private static ProblemException notFound() {
    return OnboardingProblem.TRACK_NOT_FOUND.with("Take keys from the list of tracks.");
  }

  private static String version(Stored stored) {
    return (stored.own() ? "district-" : "shared-") + stored.version();
  }

  private static TrackDefinitionView view(Stored stored) {
    boolean open = stored.spec().path("isActive").asBoolean(true);
    return new TrackDefinitionView(
        stored.key(),
        version(stored),
        stored.spec().path("name").asText(),
        !stored.active() ? "RETIRED" : open ? "ACTIVE" : "INACTIVE",
        stored.alignedAt(),
        stored.changedBy(),
        JSON.convertValue(stored.spec(), OBJECT));
  }
}
