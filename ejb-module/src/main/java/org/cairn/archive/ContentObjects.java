package org.cairn.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.cairn.caller.Roles;

/** Objects of authors' content, for everybody in a district: narrations, stories, pictures. */
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
public class ContentObjects {

  @Inject private ContentObjectStore rows;
  @Inject private ContentKeeping keeping;

  /**
   * The present version of an object; the district's own before a shared one.
   *
   * @param container its id
   * @throws org.cairn.shared.ProblemException {@code OBJECT_NOT_FOUND}, {@code INVALID_REQUEST} for
   *     what is no path
   */
  public ContentObject find(String container, String path) {
    Container found = ContentKeeping.container(container);
    return rows.find(found, new ObjectPath(path).text())
        .map(keeping::object)
        .orElseThrow(StorageOutage::missing);
  }

  /**
   * One version of an object, as long as it is kept: the present one, and a replaced one for 30
   * days.
   *
   * @param version SHA-256 of its bytes, in hexadecimal
   * @throws org.cairn.shared.ProblemException {@code OBJECT_NOT_FOUND}, {@code INVALID_REQUEST} for
   *     what is no path
   */
  public ContentObject find(String container, String path, String version) {
    Container found = ContentKeeping.container(container);
    return rows.find(found, new ObjectPath(path).text(), version)
        .map(keeping::object)
        .orElseThrow(StorageOutage::missing);
  }
}
