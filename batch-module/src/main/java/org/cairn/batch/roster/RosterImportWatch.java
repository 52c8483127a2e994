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
import java.time.Duration;
import org.cairn.caller.Roles;

/**
 * Ends imports whose server died, so that the district can send its roster again.
 *
 * <p>Every step that shows no progress is one transaction, and none lives for longer than five
 * minutes; an import that was silent for twice as long has no job any more, on whatever node.
 */
@Singleton
@PermitAll
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RosterImportWatch {

  private static final Duration SILENCE = Duration.ofMinutes(10);
  private static final String DETAIL =
      "Nothing was changed: the server that worked on it stopped. Send the file again.";

  @EJB private Districts districts;
  @EJB private RosterImportCalls calls;

  /** Looks after all districts, every minute. */
  @Schedule(hour = "*", minute = "*", persistent = false)
  public void endTheDead() {
    for (String district : districts.all()) {
      calls
          .ask(district, work -> work.silentFor(SILENCE))
          .forEach(id -> calls.take(district, work -> work.fail(id, DETAIL)));
    }
  }
}
