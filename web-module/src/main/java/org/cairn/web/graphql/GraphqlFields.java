package org.cairn.web.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.ejb.EJB;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cairn.access.Access;
import org.cairn.audit.Origin;
import org.cairn.events.EventDraft;
import org.cairn.events.LearningEvents;
import org.cairn.events.RecordedEventView;
import org.cairn.onboarding.LearnerTracks;
import org.cairn.onboarding.OnboardingEvents;
import org.cairn.onboarding.OnboardingTracks;
import org.jspecify.annotations.Nullable;

/** The fields that are calls: each one boundary's, named in the audit as its operation is. */
@Singleton
class GraphqlFields {

  static final String IDEMPOTENCY_KEY = "idempotencyKey";

  @EJB private LearningEvents events;
  @EJB private OnboardingEvents onboarding;
  @EJB private OnboardingTracks tracks;
  @EJB private LearnerTracks decisions;

  RuntimeWiring.Builder into(RuntimeWiring.Builder wiring) {
    return wiring
        .type(
            "Query",
            type ->
                type.dataFetcher(
                        "myLearningEvents",
                        as(
                            "listMyLearningEvents",
                            call ->
                                events.mine(call.getArgument("since"), call.getArgument("limit"))))
                    .dataFetcher(
                        "myOnboardingTracks", as("myOnboardingTracks", this::myOnboardingTracks))
                    .dataFetcher(
                        "myOnboardingProgress",
                        as(
                            "myOnboardingProgress",
                            call -> tracks.progress(Access.ME, trackKey(call)))))
        .type(
            "Mutation",
            type ->
                type.dataFetcher(
                        "recordLearningEvent", as("recordLearningEvent", this::recordLearningEvent))
                    .dataFetcher(
                        "recordOnboardingEvent",
                        as("recordOnboardingEvent", this::recordOnboardingEvent))
                    .dataFetcher(
                        "dismissOnboardingTrack",
                        as("dismissMyTrack", call -> decisions.dismiss(trackKey(call)))));
  }

  private static DataFetcher<Object> as(String operation, DataFetcher<Object> call) {
    return environment -> {
      Origin.current().ifPresent(origin -> origin.asksFor(operation, null));
      return call.get(environment);
    };
  }

  private Object myOnboardingTracks(DataFetchingEnvironment call) {
    boolean includeProgress = Boolean.TRUE.equals(call.getArgument("includeProgress"));
    return tracks.of(Access.ME, call.getArgument("productId"), includeProgress);
  }

  private RecordedEventView recordLearningEvent(DataFetchingEnvironment call) {
    Input input = Input.of(call);
    return events.record(
        new EventDraft(
            input.text("eventId"),
            input.text("name"),
            input.number("version"),
            input.text("sourceModule"),
            input.text("projectId"),
            input.text("clientId"),
            input.object("payload"),
            input.time("occurredAt"),
            List.of()));
  }

  private OnboardingEvents.Recorded recordOnboardingEvent(DataFetchingEnvironment call) {
    Input input = Input.of(call);
    return onboarding.record(
        new OnboardingEvents.Draft(
            input.text("learnerId"),
            input.text("trackId"),
            input.text("eventName"),
            input.number("eventVersion"),
            input.object("eventPayload"),
            input.time("occurredAt"),
            input.text("eventId"),
            call.getGraphQlContext().get(IDEMPOTENCY_KEY),
            List.of()));
  }

  private static String trackKey(DataFetchingEnvironment call) {
    return call.getArgumentOrDefault("trackKey", "");
  }

  /** The argument {@code input}, whose values the schema has checked. */
  private record Input(Map<String, Object> values) {

    static Input of(DataFetchingEnvironment call) {
      Map<String, Object> values = call.getArgument("input");
      return new Input(values == null ? Map.of() : values);
    }

    @Nullable String text(String field) {
      return (String) values.get(field);
    }

    @Nullable Integer number(String field) {
      return (Integer) values.get(field);
    }

    @Nullable Instant time(String field) {
      return (Instant) values.get(field);
    }

    @SuppressWarnings("unchecked")
    @Nullable Map<String, @Nullable Object> object(String field) {
      return (Map<String, @Nullable Object>) values.get(field);
    }
  }
}
