package org.cairn.backup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.cairn.archive.StoredObject;
import org.cairn.caller.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Takes a learner out of all backups of the district, for whoever erases: each part that has the
 * learner's line is written again without it. A new part first, then the manifest, then the old
 * part goes, so that it may break off anywhere and be done again. A backup that is being written
 * writes its part again before it is sealed; the learner's rows have to be gone by then, in the
 * same transaction or before.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class BackupErasure {

  private static final int PAGE = 1 << 20;

  @Inject private BackupObjects objects;
  @Inject private BackupStore store;

  /** Answers how many backups had the learner. */
  public int forget(UUID learner) {
    store.unwrite(learner);
    int found = 0;
    for (UUID backup : objects.backups()) {
      Manifest manifest = objects.manifest(backup).orElse(null);
      if (manifest != null && forget(learner, manifest)) {
        found++;
      }
    }
    return found;
  }

  private boolean forget(UUID learner, Manifest manifest) {
    for (Manifest.Part part : manifest.parts()) {
      if (part.covers(learner)) {
        return forget(learner, manifest, part);
      }
    }
    return false;
  }

  private boolean forget(UUID learner, Manifest manifest, Manifest.Part part) {
    String edition = part.file().replaceAll("^\\d+-|\\.zst$", "");
    String file = BackupWork.file(part.number(), Integer.parseInt(edition) + 1);
    try (BufferedReader lines = objects.lines(manifest.id(), part)) {
      Others others = new Others(lines, learner);
      StoredObject stored = objects.put(manifest.id(), file, others::next);
      if (others.left == 0) {
        objects.delete(manifest.id(), file);
        return false;
      }
      objects.put(
          manifest.with(
              new Manifest.Part(
                  part.number(),
                  file,
                  part.after(),
                  part.until(),
                  part.profiles() - others.left,
                  part.ledgerRows() - others.rows,
                  stored.size(),
                  stored.sha256())));
      objects.delete(manifest.id(), part.file());
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of all others. */
  private static final class Others {

    private final BufferedReader lines;
    private final String start;
    private int left;
    private long rows;

    Others(BufferedReader lines, UUID learner) {
      this.lines = lines;
      this.start = LineCheck.START + learner + '"';
    }

    byte @Nullable [] next() {
      StringBuilder page = new StringBuilder();
      try {
        String line = lines.readLine();
        while (line != null) {
          if (line.startsWith(start)) {
            left++;
            rows += LineCheck.rows(line);
          } else {
            page.append(line).append('\n');
          }
          line = page.length() < PAGE ? lines.readLine() : null;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return page.isEmpty() ? null : page.toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
