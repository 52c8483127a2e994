package org.cairn.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.content.ContentItem.Named;
import org.cairn.content.ContentRules.Fault;
import org.cairn.definitions.DefinitionFiles;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.cairn.shared.Setting;
import org.jspecify.annotations.Nullable;

/** Judges what authors write, by the same schema and rules as the files of a deployment. */
@Singleton
class ContentDrafts {

  private static final Set<String> STATES = Set.of("draft", "published", "retired");

  private final ContentStore store;
  private final CatalogStore catalog;
  private @Nullable DefinitionFiles schema;

  @Inject
  ContentDrafts(ContentStore store, CatalogStore catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  /**
   * The document as content that is well-formed by itself.
   *
   * @throws ProblemException {@code CONTENT_INVALID}, naming every wrong field
   */
  ContentItem checked(ContentKind kind, @Nullable JsonNode document) {
    JsonNode given = document == null ? JsonNodeFactory.instance.nullNode() : document;
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.putArray(kind.plural()).add(given);
    String prefix = "/" + kind.plural() + "/0";
    List<FieldError> errors =
        schema().errors(file).stream()
            .map(error -> new FieldError(within(error.field(), prefix), error.message()))
            .distinct()
            .toList();
    refuse(errors);
    ContentItem item = ContentReader.read(kind, given, "this draft");
    refuse(fields(ContentRules.ofOne(item)));
    return item;
  }

  /**
   * Judges a whole catalog as it would stand with these documents in it, and stores nothing. A
   * document takes the place of the district's own content with its id; shared content is nobody's
   * to replace, so that is a second definition.
   *
   * @param file lists of documents by kind, as the files of a deployment have them
   * @throws ProblemException {@code CONTENT_INVALID}, naming every field that the schema refuses
   */
  ContentValidation validate(JsonNode file) {
    refuse(file.isEmpty() ? List.of() : schema().errors(file));
    List<ContentItem> given = ContentReader.all(file);
    List<ContentItem> items =
        new ArrayList<>(catalog.allBut(given.stream().map(ContentItem::itemKey).toList()));
    items.addAll(given);
    return ContentValidation.of(
        items.size(),
        ContentRules.ofAll(items).stream()
            .map(fault -> new FieldError(fault.place(), fault.reason()))
            .toList());
  }

  /**
   * A draft as content that fits what there is.
   *
   * @throws ProblemException {@code CONTENT_INVALID}, naming every wrong field
   */
  ContentItem fitting(ContentKind kind, JsonNode draft) {
    ContentItem item = checked(kind, draft);
    Set<String> known =
        item.references().stream()
            .filter(named -> store.find(named.kind(), named.id()).isPresent())
            .map(Named::key)
            .collect(Collectors.toSet());
    refuse(fields(ContentRules.references(item, known)));
    if (kind == ContentKind.SKILL) {
      refuse(fields(ContentRules.enough(item, catalog.ofSkill(item.id()).size())));
    }
    if (!item.parts().isEmpty()) {
      refuse(fields(ContentRules.strangers(item, catalog.owners(kind))));
    }
    return item;
  }

  /** Refuses a filter that could match nothing. */
  static void check(ContentFilter filter) {
    if (filter.state() != null && !STATES.contains(filter.state())) {
      throw CommonProblem.INVALID_REQUEST.with(
          "There is no such state.", new FieldError("state", "draft, published or retired"));
    }
  }

  private static List<FieldError> fields(List<Fault> faults) {
    return faults.stream().map(fault -> new FieldError(fault.pointer(), fault.reason())).toList();
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw ContentProblem.CONTENT_INVALID.with(
          "Nothing was changed.", errors.toArray(FieldError[]::new));
    }
  }

  private static String within(String pointer, String prefix) {
    return pointer.startsWith(prefix) ? pointer.substring(prefix.length()) : pointer;
  }

  /** Read when first needed: the folder is the deployer's, and the server may start without it. */
  private synchronized DefinitionFiles schema() {
    if (schema == null) {
      Path folder = Path.of(Setting.of("cairn.config", "config"), "content");
      schema = new DefinitionFiles(folder, ContentFiles.SCHEMA);
    }
    return schema;
  }
}
