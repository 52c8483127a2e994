package org.cairn.archive;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The containers of object storage: what is in each, who writes and reads it, which media types it
 * takes, and how large an object may be.
 */
public enum Container {
  /** Summaries and lesson plans of journeys, for the learner, guardians and staff. */
  JOURNEY_SUMMARIES(Owner.LEARNER, 16, Media.DOCUMENTS),
  /** Journeys of long ago, which the database has given away. */
  SESSION_ARCHIVE(Owner.LEARNER, 64, Media.RECORDS),
  /** A district's game profiles of a night. */
  PROFILE_BACKUPS(Owner.DISTRICT, 4_096, Media.RECORDS),
  /** Reports for a district's staff. */
  REPORTS(Owner.DISTRICT, 64, Media.DOCUMENTS),
  /** Events that figures were made of, of months of long ago. */
  ANALYTICS(Owner.DISTRICT, 64, Media.RECORDS),
  /** How often content is used and how well. */
  CONTENT_METRICS(Owner.DISTRICT, 64, Media.RECORDS),
  AUDIO_NARRATION(Owner.AUTHORS, 64, Media.AUDIO),
  MASTER_NARRATIVES(Owner.AUTHORS, 4, Media.STORIES),
  MICRO_CONTENT_LEARN(Owner.AUTHORS, 16, Media.LESSONS),
  MICRO_CONTENT_EXPERIENCE(Owner.AUTHORS, 16, Media.LESSONS),
  MICRO_CONTENT_DISCOVER(Owner.AUTHORS, 16, Media.LESSONS),
  ENRICHED_NARRATIVES(Owner.AUTHORS, 16, Media.LESSONS),
  STORY_RUBRICS(Owner.AUTHORS, 1, Media.STORIES),
  DATA_RUBRICS(Owner.AUTHORS, 1, Media.STORIES);

  /** Whose the objects of a container are. */
  enum Owner {
    /** Encrypted with the learner's key; read through the application only. */
    LEARNER,
    /** Written by jobs; encrypted with the district's key. */
    DISTRICT,
    /** Written by authors, read by everybody in the district; not encrypted. */
    AUTHORS
  }

  private static final long MIB = 1L << 20;

  private final Owner owner;
  private final long limit;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> mediaTypes;

  Container(Owner owner, long mebibytes, Set<String> mediaTypes) {
    this.owner = owner;
    this.limit = mebibytes * MIB;
    this.mediaTypes = mediaTypes;
  }

  /** As it stands in paths: {@code audio-narration}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The most bytes of an object. */
  public long limit() {
    return limit;
  }

  /** The media types of its objects, without parameters. */
  public Set<String> mediaTypes() {
    return mediaTypes;
  }

  /** The container of authors' content that has this id. */
  public static Optional<Container> ofContent(String id) {
    return Stream.of(values()).filter(each -> each.isContent() && each.id().equals(id)).findFirst();
  }

  boolean isContent() {
    return owner == Owner.AUTHORS;
  }

  boolean isOfLearners() {
    return owner == Owner.LEARNER;
  }

  boolean isOfDistrict() {
    return owner == Owner.DISTRICT;
  }

  /** Media types by what they are for. What a browser would run, HTML and SVG, is in none. */
  private static final class Media {

    static final Set<String> DOCUMENTS = Set.of("application/pdf", "application/json", "text/csv");
    static final Set<String> RECORDS = Set.of("application/zstd", "application/json");
    static final Set<String> AUDIO =
        Set.of("audio/mpeg", "audio/mp4", "audio/ogg", "audio/wav", "audio/webm");
    static final Set<String> STORIES = Set.of("application/json", "text/markdown", "text/plain");
    static final Set<String> LESSONS =
        Set.of(
            "application/json",
            "text/markdown",
            "text/plain",
            "text/vtt",
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "application/pdf");

    private Media() {}
  }
}
