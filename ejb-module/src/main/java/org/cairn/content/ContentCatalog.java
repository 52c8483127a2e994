package org.cairn.content;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.jspecify.annotations.Nullable;

/**
 * The published catalog, for everybody in a district: skills, learning paths, activities, careers.
 */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.AUTHOR,
  Roles.MODERATOR,
  Roles.SYSTEM
})
public class ContentCatalog {

  @Inject private CatalogStore store;

  /**
   * A page of skills, paths, activities or careers, by id. Questions are listed for authors only;
   * learners meet them in lessons.
   *
   * @throws org.cairn.shared.ProblemException {@code INVALID_REQUEST} for a bad cursor or limit,
   *     {@code CONTENT_NOT_FOUND} for questions
   */
  public Page<PublishedContent> page(
      ContentKind kind, ContentFilter filter, @Nullable String cursor, @Nullable Integer limit) {
    if (kind == ContentKind.QUESTION) {
      throw ContentProblem.CONTENT_NOT_FOUND.with("The catalog lists no questions.");
    }
    int size = PageSize.of(limit);
    String after = Cursor.key(cursor, "cursor");
    List<PublishedContent> found = store.page(kind, filter, after, size + 1);
    return Page.of(found, size, PublishedContent::id);
  }

  /**
   * One skill, path, activity or career.
   *
   * @throws org.cairn.shared.ProblemException {@code CONTENT_NOT_FOUND}
   */
  public PublishedContent find(ContentKind kind, String id) {
    if (kind == ContentKind.QUESTION) {
      throw ContentProblem.CONTENT_NOT_FOUND.with("The catalog shows no questions.");
    }
    return store
        .find(kind, id)
        .orElseThrow(() -> ContentProblem.CONTENT_NOT_FOUND.with("Nothing published has this id."));
  }
}
