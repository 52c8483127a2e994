package org.cairn.web.backup;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cairn.backup.BackupView;
import org.cairn.backup.Backups;
import org.cairn.backup.RestoreView;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A district's backups of game profiles. */
@Path("admin/backups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backups")
public class BackupsResource {

  @EJB private Backups backups;

  @GET
  @Operation(
      operationId = "listBackups",
      summary = "The district's backups of game profiles",
      description =
          "The newest first, each as its manifest tells. The job profile-backup writes one every"
              + " night. Role: district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(ref = "#/components/schemas/BackupPage")))
  public Page<BackupView> page(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return backups.page(cursor, limit);
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getBackup",
      summary = "A backup's manifest",
      description = "What is in it, and the hash of each part. Role: district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "The backup",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Backup")))
  @APIResponse(responseCode = "404", description = "BACKUP_NOT_FOUND")
  public BackupView find(@PathParam("id") UUID id) {
    return backups.find(id);
  }

  @GET
  @Path("{id}/restores")
  @Operation(
      operationId = "listBackupRestores",
      summary = "What became of a backup's restores",
      description =
          "The newest first: how many learners had something missing, and how many profiles differ"
              + " from their ledgers afterwards. Role: district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(ref = "#/components/schemas/RestorePage")))
  @APIResponse(responseCode = "404", description = "BACKUP_NOT_FOUND")
  public Page<RestoreView> restores(
      @PathParam("id") UUID id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return backups.restores(id, cursor, limit);
  }
}
