package org.cairn.journey;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.cairn.access.VisibleLearner;
import org.cairn.archive.Archive;
import org.cairn.archive.Container;
import org.cairn.archive.PackedLines;
import org.cairn.content.QuestionRef;
import org.cairn.events.NewEvent.OwnId;
import org.jspecify.annotations.Nullable;

/** Reads in the archive what the database has given away, whenever somebody asks for it. */
@Singleton
class ArchivedJourneys {

  static final String FILE = "journeys.zst";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Archive archive;

  @Inject
  ArchivedJourneys(Archive archive) {
    this.archive = archive;
  }

  /** What a lesson asked, and how it was answered. */
  record KeptLesson(List<QuestionRef> questions, List<Attempt> attempts) {}

  /** The ids of a journey's events, as the log has them. */
  List<String> events(VisibleLearner learner, UUID archiveId, UUID journey) {
    List<String> events = new ArrayList<>();
    String id = journey.toString();
    read(
        learner,
        archiveId,
        line -> {
          if (line.path("journey_id").asText().equals(id)) {
            String kind = line.path("kind").asText();
            String event = kind.equals("attempt") ? "event_id" : "completed_by";
            if (line.hasNonNull(event)) {
              events.add(line.path(event).asText());
            }
          }
        });
    events.add(OwnId.JOURNEY.of(id + "/started"));
    events.add(OwnId.JOURNEY.of(id + "/completed"));
    return events;
  }

  /** The lessons of these ids, in one reading; one that is not there has nothing. */
  Map<UUID, KeptLesson> lessons(VisibleLearner learner, UUID archiveId, Collection<UUID> sessions) {
    Map<String, KeptLesson> kept = new HashMap<>();
    sessions.forEach(
        id -> kept.put(id.toString(), new KeptLesson(new ArrayList<>(), new ArrayList<>())));
    read(
        learner,
        archiveId,
        line -> {
          boolean isLesson = line.path("kind").asText().equals("lesson");
          KeptLesson lesson = kept.get(line.path(isLesson ? "id" : "session_id").asText());
          if (lesson != null && isLesson) {
            lesson.questions().addAll(questions(line));
          } else if (lesson != null) {
            lesson.attempts().add(attempt(line));
          }
        });
    kept.values().forEach(lesson -> lesson.attempts().sort(Attempt.IN_ORDER));
    return sessions.stream().collect(toMap(id -> id, id -> kept.get(id.toString())));
  }

  private void read(VisibleLearner learner, UUID archiveId, Consumer<JsonNode> each) {
    try (BufferedReader lines =
        PackedLines.unpack(archive.open(learner, Container.SESSION_ARCHIVE, archiveId, FILE))) {
      String line = lines.readLine();
      while (line != null) {
        each.accept(JSON.readTree(line));
        line = lines.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<QuestionRef> questions(JsonNode lesson) {
    List<QuestionRef> questions = new ArrayList<>();
    for (int i = 0; i < lesson.path("question_ids").size(); i++) {
      questions.add(
          new QuestionRef(
              lesson.path("question_ids").path(i).asText(),
              lesson.path("question_versions").path(i).asInt(),
              lesson.path("question_shared").path(i).asBoolean()));
    }
    return questions;
  }

  private static Attempt attempt(JsonNode line) {
    List<String> answer = new ArrayList<>();
    line.path("answer").forEach(each -> answer.add(each.asText()));
    return new Attempt(
        line.path("event_id").asText(),
        UUID.fromString(line.path("journey_id").asText()),
        UUID.fromString(line.path("session_id").asText()),
        line.path("question_id").asText(),
        line.path("school_year").asInt(),
        line.path("subject").asText(),
        line.path("skill_id").asText(),
        line.path("question_type").asText(),
        answer,
        line.path("verified").asBoolean(),
        line.path("correct").asBoolean(),
        line.path("key_version").asInt(),
        textOrNull(line.path("grade")),
        LocalDate.parse(line.path("school_day").asText()),
        line.hasNonNull("attempt_number") ? line.path("attempt_number").asInt() : null,
        line.path("time_spent").asInt(),
        line.path("hints_used").asInt(),
        instant(line.path("effective_at")));
  }

  private static @Nullable String textOrNull(JsonNode value) {
    return value.isTextual() ? value.asText() : null;
  }

  private static Instant instant(JsonNode value) {
    return OffsetDateTime.parse(value.asText()).toInstant();
  }
}
