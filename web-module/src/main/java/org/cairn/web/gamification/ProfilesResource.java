package org.cairn.web.gamification;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.cairn.gamification.ProfileView;
import org.cairn.gamification.Profiles;
import org.cairn.gamification.XpTransactionView;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A learner's profile and ledger. */
@Path("learners/{learner}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gamification")
public class ProfilesResource {

  @EJB private Profiles profiles;

  @GET
  @Path("profile")
  @Operation(
      operationId = "getProfile",
      summary = "What a learner is in the game",
      description = "Lifetime XP, balance and level progress are three numbers, never mixed.")
  public ProfileView profile(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner) {
    return profiles.of(learner);
  }

  @GET
  @Path("xp-transactions")
  @Operation(
      operationId = "listXpTransactions",
      summary = "A learner's XP ledger, newest first",
      description = "The sum of all amounts is the balance.")
  public Page<XpTransactionView> transactions(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return profiles.transactions(learner, cursor, limit);
  }
}
