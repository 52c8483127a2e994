package org.cairn.web.gamification;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.gamification.Profiles;
import org.cairn.gamification.WhyView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own ledger. */
@Path("learning/xp-transactions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gamification")
public class OwnLedgerResource {

  @EJB private Profiles profiles;

  @GET
  @Path("{id}/why")
  @Operation(
      operationId = "explainMyXpTransaction",
      summary = "Why a row of your ledger is what it is",
      description = "Role: learner. The same as below `/learners/me`.")
  public WhyView why(@PathParam("id") @Parameter(description = "The row's id") UUID id) {
    return profiles.why(Access.ME, id);
  }
}
