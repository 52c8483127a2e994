package org.cairn.batch.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.UUID;
import org.cairn.batch.jobs.JobControl;
import org.cairn.caller.Roles;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.JobDefinition.Parameter;

/** Starts the job for a roster that has been received and committed. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RosterImportJob {

  static final String NAME = "roster-import";
  private static final String IMPORT_ID = "importId";

  /** An import that failed is over: its bytes are gone, and its district sends the file again. */
  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of(NAME, "Brings a district's roster in, as it was handed in over the API.")
          .taking(new Parameter(IMPORT_ID, Parameter.Type.ID, true, "the import"))
          .keyedBy(IMPORT_ID)
          .startedElsewhere()
          .notRestartable();

  @EJB private JobControl jobs;

  /** Starts the caller's import and answers at once. */
  public void start(UUID importId) {
    jobs.startFor(NAME, Map.of(IMPORT_ID, importId.toString()));
  }
}
