package org.cairn.journey;

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
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.cairn.access.VisibleLearner;
import org.cairn.archive.Archive;
import org.cairn.archive.Container;
import org.cairn.archive.PackedLines;
import org.cairn.content.QuestionRef;
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
    events.add("journey/" + id + "/started");
    events.add("journey/" + id + "/completed");
    return events;
  }

  KeptLesson lesson(VisibleLearner learner, UUID archiveId, UUID session) {
    List<QuestionRef> questions = new ArrayList<>();
    List<Attempt> attempts = new ArrayList<>();
    String id = session.toString();
    read(
        learner,
        archiveId,
        line -> {
          if (line.path("kind").asText().equals("lesson") && line.path("id").asText().equals(id)) {
            questions.addAll(questions(line));
          } else if (line.path("session_id").asText().equals(id)) {
            attempts.add(attempt(line));
          }
        });
    attempts.sort(Attempt.IN_ORDER);
    return new KeptLesson(questions, attempts);
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
