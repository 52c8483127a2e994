package org.cairn.web.roster;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;
import org.cairn.batch.roster.RosterImportJob;
import org.cairn.roster.RosterFile;
import org.cairn.roster.RosterImportView;
import org.cairn.roster.RosterImports;
import org.cairn.roster.RowErrorView;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A district's roster comes in. */
@Path("admin/roster/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roster")
public class RosterImportsResource {

  private static final String CSV = "text/csv";

  @EJB private RosterImports imports;
  @EJB private RosterImportJob job;

  @POST
  @Consumes("application/zip")
  @Operation(
      operationId = "importRoster",
      summary = "Hand in a roster",
      description =
          "A zip of OneRoster 1.2 CSV files, all bulk, of at most 64 MiB. It is checked at once as"
              + " far as its form goes, and worked on by a job: follow the Location until `state`"
              + " is none of RECEIVED and RUNNING. Rows with errors are left out and reported."
              + " Who is no longer in the file becomes inactive. Role: district-admin.")
  @APIResponse(
      responseCode = "202",
      description = "Received; the Location tells how far it is",
      content = @Content(schema = @Schema(implementation = RosterImportView.class)))
  @APIResponse(responseCode = "409", description = "ROSTER_IMPORT_RUNNING")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
  @APIResponse(
      responseCode = "422",
      description =
          "ROSTER_FILE_INVALID, ROSTER_FILE_UNSAFE, ONEROSTER_VERSION_UNSUPPORTED,"
              + " DELTA_NOT_SUPPORTED")
  public Response receive(
      @QueryParam("dryRun")
          @DefaultValue("false")
          @Parameter(
              description = "Find out what would change, and change nothing",
              schema = @Schema(type = SchemaType.BOOLEAN))
          String dryRun,
      @QueryParam("threshold")
          @DefaultValue("10")
          @Parameter(
              description =
                  "The share in percent of active users, enrollments or guardianships that may"
                      + " go; where more would, the import stops with nothing changed")
          int threshold,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/zip",
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          InputStream body,
      @Context UriInfo uri) {
    boolean changesNothing = isTrue(dryRun);
    imports.expect();
    RosterImportView received;
    try (RosterFile file = RosterFile.receive(body)) {
      received = imports.receive(file, changesNothing, threshold);
    }
    job.start(received.id());
    return Response.accepted(received)
        .location(uri.getAbsolutePathBuilder().path(received.id().toString()).build())
        .build();
  }

  @GET
  @Operation(
      operationId = "listRosterImports",
      summary = "The district's imports",
      description = "The latest first. Role: district-admin.")
  public Page<RosterImportView> page(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return imports.page(cursor, limit);
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "rosterImport",
      summary = "How an import goes, or went",
      description = "`rowsDone` of `rowsTotal` grows while it runs. Role: district-admin.")
  public RosterImportView find(@PathParam("id") UUID id) {
    return imports.find(id);
  }

  @GET
  @Path("{id}/errors")
  @Operation(
      operationId = "rosterImportErrors",
      summary = "What was wrong in an import's rows",
      description =
          "By file and line; as JSON in pages, or all of it as CSV (Accept: text/csv). Holds no"
              + " value of a row but its sourcedId. Role: district-admin.")
  public Page<RowErrorView> errors(
      @PathParam("id") UUID id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return imports.errors(id, cursor, limit);
  }

  @GET
  @Path("{id}/errors")
  @Produces(CSV + ";qs=0.5")
  @Operation(hidden = true)
  public Response errorsAsCsv(@PathParam("id") UUID id) {
    imports.find(id);
    StreamingOutput rows =
        out -> ErrorCsv.write(out, cursor -> imports.errors(id, cursor, ErrorCsv.PAGE));
    return Response.ok(rows, CSV + ";charset=utf-8;header=present")
        .header("Content-Disposition", "attachment; filename=\"roster-errors-" + id + ".csv\"")
        .build();
  }

  /** Strict, because what is no clear yes would change the roster. */
  private static boolean isTrue(String dryRun) {
    return switch (dryRun) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw CommonProblem.INVALID_REQUEST.with(
              "Nothing was changed.", new FieldError("dryRun", "true or false"));
    };
  }
}
