package org.cairn.web.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.introspection.IntrospectionQuery;
import java.util.List;
import java.util.Map;
import org.cairn.web.graphql.GraphqlResource.GraphqlBody;
import org.cairn.web.shared.PartProblems;
import org.junit.jupiter.api.Test;

/** What is decided before any field is fetched. */
class GraphqlEngineTest {

  @Test
  void theSchemaIsClosedUnlessTheInstallationOpensIt() {
    String query = IntrospectionQuery.INTROSPECTION_QUERY;
    assertFalse(execute(true, query).containsKey("errors"), () -> "" + execute(true, query));
    assertEquals("QUERY_INVALID", code(execute(false, query)));
    assertEquals("QUERY_INVALID", code(execute(false, "{ __type(name: \"Query\") { name } }")));
    assertEquals(Map.of("data", Map.of("__typename", "Query")), execute(false, "{ __typename }"));
  }

  @Test
  void tooDeepIsTooComplex() {
    String deep =
        "{ __schema { types { fields { type "
            + "{ ofType ".repeat(20)
            + "{ name }"
            + "}".repeat(20)
            + " } } } }";
    assertEquals("QUERY_TOO_COMPLEX", code(execute(true, deep)));
  }

  @Test
  void aFloodOfAliasesIsTooComplexHoweverItIsSpread() {
    StringBuilder flood = new StringBuilder("mutation {");
    StringBuilder spread = new StringBuilder("mutation { ...F0 }");
    for (int i = 0; i < 20; i++) {
      String call = " a%d: dismissOnboardingTrack(trackKey: \"t\") { nextStep }".formatted(i);
      flood.append(call);
      spread.append(" fragment F%d on Mutation {%s ...F%d }".formatted(i, call, i + 1));
    }
    spread.append(" fragment F20 on Mutation { __typename }");
    assertEquals("QUERY_TOO_COMPLEX", code(execute(false, flood + "}")));
    assertEquals("QUERY_TOO_COMPLEX", code(execute(false, spread.toString())));
  }

  @Test
  void whatTheSchemaDoesNotKnowIsInvalid() {
    for (String query :
        List.of(
            "",
            "{",
            "{ noSuchField }",
            "{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }",
            "subscription { x }",
            "{ myLearningEvents(limit: \"1\") { cursor } }",
            "mutation { recordLearningEvent(input: {eventId: \"1\"}) { xpEarned } }",
            "a".repeat(20_001))) {
      String code = code(execute(false, query));
      assertTrue(code.startsWith("QUERY_"), query);
    }
  }

  private static Map<String, Object> execute(boolean introspection, String query) {
    GraphqlEngine engine =
        new GraphqlEngine(
            new GraphqlFields(), new GraphqlErrors(new PartProblems()), introspection);
    return engine.execute(query, new GraphqlBody(query, null, null, null), null);
  }

  private static String code(Map<String, Object> answer) {
    if (answer.get("errors") instanceof List<?> errors
        && errors.get(0) instanceof Map<?, ?> error
        && error.get("extensions") instanceof Map<?, ?> extensions) {
      return String.valueOf(extensions.get("code"));
    }
    throw new AssertionError(answer);
  }
}
