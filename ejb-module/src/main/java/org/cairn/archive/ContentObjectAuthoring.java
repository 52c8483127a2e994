package org.cairn.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.jspecify.annotations.Nullable;

/** Authors' work on objects of their district's content. */
@Stateless
@RolesAllowed({Roles.AUTHOR, Roles.DISTRICT_ADMIN})
public class ContentObjectAuthoring {

  @Inject private ContentObjectStore rows;
  @Inject private ContentKeeping keeping;
  @Inject private Clock clock;

  /**
   * Whether an object may be handed in at all: to be asked before its bytes are read.
   *
   * @param container its id
   * @param mediaType as it was declared
   * @return the container, for {@link ReceivedObject#receive}
   * @throws org.cairn.shared.ProblemException {@code OBJECT_NOT_FOUND} for no container of content,
   *     {@code INVALID_REQUEST} for no path, {@code OBJECT_TYPE_REFUSED}
   */
  public Container expect(String container, String path, String mediaType) {
    Container found = ContentKeeping.container(container);
    versioned(path);
    ReceivedObject.accepted(found, mediaType);
    return found;
  }

  /**
   * Makes this the object's present version. Its row is seen when its bytes are stored and
   * verified; the same bytes again change nothing.
   */
  public ContentObjectView keep(Container container, String path, ReceivedObject received) {
    String checked = versioned(path);
    rows.lock(container, checked);
    keeping.store(container, checked, received);
    rows.keep(container, checked, received, clock.instant(), Callers.current().subject());
    return rows.find(container, checked).map(keeping::withUrl).orElseThrow(StorageOutage::missing);
  }

  /**
   * A page of objects in their present versions, by path, shared ones included.
   *
   * @param prefix that their paths have
   * @throws org.cairn.shared.ProblemException {@code OBJECT_NOT_FOUND} for no container of content,
   *     {@code INVALID_REQUEST} for a bad cursor or limit
   */
  public Page<ContentObjectView> page(
      String container, @Nullable String prefix, @Nullable String cursor, @Nullable Integer limit) {
    Container found = ContentKeeping.container(container);
    int size = PageSize.of(limit);
    String begin = prefix == null ? "" : prefix;
    List<ContentObjectView> objects =
        rows.page(found, begin, Cursor.key(cursor, "cursor"), size + 1);
    return Page.of(objects, size, ContentObjectView::path).map(keeping::withUrl);
  }

  /**
   * Removes an object with all its versions; their bytes go with the next {@code object-cleanup}.
   *
   * @throws org.cairn.shared.ProblemException {@code OBJECT_NOT_FOUND}
   */
  public void remove(String container, String path) {
    Container found = ContentKeeping.container(container);
    if (rows.remove(found, new ObjectPath(path).text()) == 0) {
      throw StorageOutage.missing();
    }
  }

  /** A path that leaves room for the version behind it. */
  private static String versioned(String path) {
    new ObjectPath(new ObjectPath(path).text() + "/" + "0".repeat(64));
    return path;
  }
}
