package org.cairn.web.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Gives every operation of the OpenAPI document its {@code x-contract}: a key that stays, the
 * version of its shape, how stable it is, and words to find it by. An operation that says a part of
 * it by itself keeps that.
 */
public class Contracts implements OASFilter {

  static final String NAME = "x-contract";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() != null) {
      document
          .getPaths()
          .getPathItems()
          .values()
          .forEach(item -> item.getOperations().values().forEach(Contracts::complete));
    }
  }

  private static void complete(Operation operation) {
    Map<String, Object> contract = new LinkedHashMap<>();
    List<String> words = words(operation);
    contract.put("key", String.join(".", words) + "." + operation.getOperationId());
    contract.put("version", "1.0.0");
    contract.put("stability", "stable");
    contract.put("tags", words);
    if (given(operation) instanceof Map<?, ?> own) {
      own.forEach((part, value) -> contract.put(String.valueOf(part), value));
    }
    operation.addExtension(NAME, contract);
  }

  private static @Nullable Object given(Operation operation) {
    return operation.getExtensions() == null ? null : operation.getExtensions().get(NAME);
  }

  /** Of the operation's groups, such as {@code [learning, events]}. */
  private static List<String> words(Operation operation) {
    List<String> words = new ArrayList<>();
    for (String tag : operation.getTags() == null ? List.<String>of() : operation.getTags()) {
      words.addAll(List.of(tag.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
    }
    return words.isEmpty() ? List.of("cairn") : words;
  }
}
