package org.cairn.roster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands now.
 *
 * @param dryRun finds out the changes and makes none
 * @param threshold the share in percent of users, enrollments or guardianships that may go
 * @param sha256 of the zip, in hexadecimal
 * @param rowsTotal rows of the files that Cairn reads
 * @param rowsDone rows staged so far; equal to {@code rowsTotal} long before the end
 * @param changes by kind: {@code orgs}, {@code academicSessions}, {@code courses}, {@code classes},
 *     {@code users}, {@code roles}, {@code enrollments} and {@code guardianships}
 * @param errorCount rows refused and values left out
 * @param notImported files that hold what Cairn does not keep
 * @param detail what there is to say about the end, for people
 */
public record RosterImportView(
    UUID id,
    ImportState state,
    boolean dryRun,
    int threshold,
    String sha256,
    Instant receivedAt,
    @Nullable Instant finishedAt,
    long rowsTotal,
    long rowsDone,
    Map<String, ChangeCounts> changes,
    long errorCount,
    List<String> notImported,
    @Nullable String detail) {}
