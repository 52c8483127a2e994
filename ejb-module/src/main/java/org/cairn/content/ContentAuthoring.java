package org.cairn.content;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A district's own content, in work and published. Shared content can be read here, with its keys,
 * and changed only by whoever deploys it.
 */
@Stateless
@RolesAllowed({Roles.AUTHOR, Roles.DISTRICT_ADMIN})
public class ContentAuthoring {

  @Inject private ContentStore store;
  @Inject private ContentDrafts drafts;
  @Inject private Clock clock;

  /**
   * A page of content, by id.
   *
   * @throws ProblemException {@code INVALID_REQUEST} for a bad filter, cursor or limit
   */
  public Page<ContentItemView> page(
      ContentKind kind, ContentFilter filter, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    ContentDrafts.check(filter);
    List<ContentItemView> found = store.page(kind, filter, Cursor.key(cursor, "cursor"), size + 1);
    return Page.of(found, size, ContentItemView::id);
  }

  /**
   * One piece of content.
   *
   * @throws ProblemException {@code CONTENT_NOT_FOUND}
   */
  public ContentItemView find(ContentKind kind, String id) {
    return store
        .find(kind, id)
        .orElseThrow(() -> ContentProblem.CONTENT_NOT_FOUND.with("No content has this id."));
  }

  /**
   * What would be wrong with the catalog if these documents were in force, too; stores nothing.
   *
   * @param file lists of documents by kind; an empty object judges what is in force already
   * @throws ProblemException {@code CONTENT_INVALID} naming the fields that the schema refuses
   */
  public ContentValidation validate(@Nullable JsonNode file) {
    if (file == null || !file.isObject()) {
      throw ContentProblem.CONTENT_INVALID.with(
          "Nothing was judged.", new FieldError("", "an object with lists of documents by kind"));
    }
    return drafts.validate(file);
  }

  /**
   * Begins new content as a draft.
   *
   * @throws ProblemException {@code CONTENT_INVALID} naming the fields, {@code CONTENT_ID_TAKEN}
   */
  public ContentItemView create(ContentKind kind, @Nullable JsonNode document) {
    ContentItem item = drafts.checked(kind, document);
    if (store.find(kind, item.id()).isPresent()
        || !store.create(item, Objects.requireNonNull(document), clock.instant(), author())) {
      throw taken();
    }
    return find(kind, item.id());
  }

  /**
   * Puts a draft in the place of the present one, or beside the published version.
   *
   * @param revision that the author has read
   * @throws ProblemException {@code CONTENT_NOT_FOUND}, {@code CONTENT_INVALID}, {@code
   *     CONTENT_STALE}, {@code CONTENT_ID_TAKEN} for shared content
   */
  public ContentItemView edit(
      ContentKind kind, String id, long revision, @Nullable JsonNode document) {
    own(kind, id);
    ContentItem item = drafts.checked(kind, document);
    if (!item.id().equals(id)) {
      throw ContentProblem.CONTENT_INVALID.with(
          "Nothing was changed.", new FieldError("/id", "the id of the address: it stays"));
    }
    JsonNode draft = Objects.requireNonNull(document);
    if (!store.edit(item, draft, revision, clock.instant(), author())) {
      throw stale();
    }
    return find(kind, id);
  }

  /**
   * Makes the draft the next version, which nothing changes any more.
   *
   * @throws ProblemException {@code CONTENT_NOT_FOUND}, {@code CONTENT_NOT_DRAFT}, {@code
   *     CONTENT_STALE}, {@code CONTENT_INVALID} where it does not fit other content
   */
  public ContentItemView publish(ContentKind kind, String id, long revision) {
    ContentItemView present = own(kind, id);
    if (present.revision() != revision) {
      throw stale();
    }
    if (present.draft() == null) {
      throw ContentProblem.CONTENT_NOT_DRAFT.with("The latest version is published already.");
    }
    store.publishAlone();
    ContentItem item = drafts.fitting(kind, present.draft());
    if (!store.publish(item, revision, clock.instant(), author())) {
      throw stale();
    }
    return find(kind, id);
  }

  /**
   * Takes content out of use; lessons that have begun keep their version. Publishing brings it
   * back.
   *
   * @throws ProblemException {@code CONTENT_NOT_FOUND}, {@code CONTENT_STALE}
   */
  public ContentItemView retire(ContentKind kind, String id, long revision) {
    own(kind, id);
    if (!store.retire(kind, id, revision, clock.instant(), author())) {
      throw stale();
    }
    return find(kind, id);
  }

  private ContentItemView own(ContentKind kind, String id) {
    ContentItemView found = find(kind, id);
    if (found.shared()) {
      throw taken();
    }
    return found;
  }

  private static String author() {
    return Callers.current().subject();
  }

  private static ProblemException taken() {
    return ContentProblem.CONTENT_ID_TAKEN.with(
        "Nothing was changed.", new FieldError("/id", "an id that no other content has"));
  }

  private static ProblemException stale() {
    return ContentProblem.CONTENT_STALE.with("Read it again, then decide again.");
  }
}
