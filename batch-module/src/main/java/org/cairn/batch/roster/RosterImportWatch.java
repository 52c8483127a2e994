package org.cairn.batch.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.cairn.caller.Roles;

/**
 * Ends imports that no run will, so that the district can send its roster again: their run was
 * given up, or failed with its servers, or was never made because the server died before.
 */
@Singleton
@PermitAll
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RosterImportWatch {

  @EJB private Districts districts;
  @EJB private RosterImportCalls calls;

  /** Looks after all districts, every minute. */
  @Schedule(hour = "*", minute = "*", persistent = false)
  public void endTheDead() {
    districts.all().forEach(calls::endTheDead);
  }
}
