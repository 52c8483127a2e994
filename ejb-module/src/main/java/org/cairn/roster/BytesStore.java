package org.cairn.roster;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** The received bytes, kept in the database in pieces so that any node can run the job. */
@Singleton
class BytesStore {

  private static final int PIECE = 1 << 20;

  private static final SqlText ADD =
      SqlText.of(
          """
          insert into roster_import_bytes (tenant_id, import_id, number, bytes)
          values (:tenant, :import, :number, :bytes)
          """);

  private static final SqlText FIND =
      SqlText.of(
          """
          select bytes from roster_import_bytes
          where tenant_id = :tenant and import_id = :import and number = :number
          """);

  private static final SqlText CLEAR =
      SqlText.of(
          "delete from roster_import_bytes where tenant_id = :tenant and import_id = :import");

  private final TenantSql sql;

  @Inject
  BytesStore(TenantSql sql) {
    this.sql = sql;
  }

  void add(UUID importId, RosterFile file) {
    try (InputStream bytes = file.bytes()) {
      byte[] piece = bytes.readNBytes(PIECE);
      for (int number = 0; piece.length > 0; number++) {
        sql.with(ADD).set("import", importId).set("number", number).set("bytes", piece).update();
        piece = bytes.readNBytes(PIECE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All pieces as one stream; at most one is held in memory. */
  InputStream read(UUID importId) {
    return new Pieces(importId);
  }

  void clear(UUID importId) {
    sql.with(CLEAR).set("import", importId).update();
  }

  private Optional<byte[]> piece(UUID importId, int number) {
    return sql.with(FIND)
        .set("import", importId)
        .set("number", number)
        .first(row -> row.getBytes("bytes"));
  }

  private final class Pieces extends InputStream {

    private final UUID importId;
    private int number;
    private byte[] piece = {};
    private int read;

    Pieces(UUID importId) {
      this.importId = importId;
    }

    @Override
    public int read() {
      return hasMore() ? piece[read++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (!hasMore()) {
        return -1;
      }
      int count = Math.min(length, piece.length - read);
      System.arraycopy(piece, read, into, offset, count);
      read += count;
      return count;
    }

    private boolean hasMore() {
      if (read == piece.length) {
        piece = piece(importId, number++).orElse(new byte[0]);
        read = 0;
      }
      return read < piece.length;
    }
  }
}
