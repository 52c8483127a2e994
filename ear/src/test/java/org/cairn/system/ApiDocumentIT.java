package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ApiDocumentIT extends SystemTest {

  @Test
  void describesEveryOperationWithSummaryAndId() {
    document()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          String name = operation.getKey() + " " + path.getKey();
                          assertFalse(
                              operation.getValue().path("summary").asText().isBlank(), name);
                          assertFalse(
                              operation.getValue().path("operationId").asText().isBlank(), name);
                        }));
  }

  @Test
  void everyOperationIsAContractWithAKeyOfItsOwn() {
    Set<String> keys = new HashSet<>();
    document()
        .path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      JsonNode contract = operation.path("x-contract");
                      String name = operation.path("operationId").asText() + ": " + contract;
                      assertTrue(
                          contract.path("key").asText().matches("[a-z]+(\\.[a-zA-Z]+)+"), name);
                      assertTrue(keys.add(contract.path("key").asText()), name);
                      assertTrue(
                          contract.path("version").asText().matches("\\d+(\\.\\d+){2}"), name);
                      assertEquals("stable", contract.path("stability").asText(), name);
                      assertFalse(contract.path("tags").isEmpty(), name);
                    }));
    assertTrue(keys.contains("learning.onboarding.recordEvent"), keys::toString);
  }

  @Test
  void everyOperationNeedsATokenButTheOneOfLinksThatCarryTheirOwnProof() {
    Set<String> open = new HashSet<>();
    JsonNode paths = document().path("paths");
    assertTrue(paths.size() >= 10);
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (needsNoToken(path.getValue().path(method))) {
                            open.add(method + " " + path.getKey());
                            return;
                          }
                          Client.Answer answer =
                              server()
                                  .asNobody()
                                  .send(
                                      path.getKey().replaceAll("\\{[^}]+}", "x"),
                                      request ->
                                          request.method(
                                              method.toUpperCase(Locale.ROOT),
                                              BodyPublishers.noBody()));
                          assertEquals(401, answer.status(), method + " " + path.getKey());
                        }));
    assertEquals(Set.of("get /api/v1/documents/{link}"), open);
  }

  /** Says so by a list of requirements that has an empty one. */
  private static boolean needsNoToken(JsonNode operation) {
    JsonNode security = operation.path("security");
    return security.isArray() && (security.isEmpty() || security.path(0).isEmpty());
  }

  @Test
  void thePageShowsItAndItsPartsAreServed() {
    Client nobody = server().asNobody();
    Client.Answer page = nobody.get("/api/docs/");
    assertEquals(200, page.status());
    Matcher part = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.text());
    int parts = 0;
    while (part.find()) {
      String address =
          part.group(1).startsWith("../../")
              ? part.group(1).substring(5)
              : "/api/docs/" + part.group(1);
      assertEquals(200, nobody.get(address).status(), address);
      parts++;
    }
    assertTrue(parts >= 3);
  }

  private static JsonNode document() {
    return server().asNobody().get("/openapi?format=JSON").body();
  }
}
