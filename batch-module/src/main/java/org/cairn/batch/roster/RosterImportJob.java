package org.cairn.batch.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Properties;
import java.util.UUID;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;

/** Starts the job for a roster that has been received and committed. */
@Stateless
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RosterImportJob {

  static final String NAME = "roster-import";
  static final String IMPORT_ID = "importId";

  /** Starts the caller's import and answers at once. */
  public void start(UUID importId) {
    Properties parameters = new Properties();
    parameters.setProperty("tenant", Callers.current().tenant());
    parameters.setProperty(IMPORT_ID, importId.toString());
    BatchRuntime.getJobOperator().start(NAME, parameters);
  }
}
