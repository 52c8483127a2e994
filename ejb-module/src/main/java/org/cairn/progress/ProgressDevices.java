package org.cairn.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.cairn.access.Access;
import org.cairn.caller.Roles;

/** The devices that learners sync from, for themselves and for those who may see them. */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class ProgressDevices {

  @Inject private Access access;
  @Inject private SyncDeviceStore store;

  /**
   * A learner's devices, the one that synced last first; at most 50.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}
   */
  public List<DeviceView> of(String learner) {
    return store.all(access.visible(learner));
  }
}
