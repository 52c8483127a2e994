package org.cairn.roster;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** The rows of one CSV file, read strictly: UTF-8 (with or without a mark), RFC 4180, a header. */
final class CsvRows implements Closeable {

  private static final int MOST_COLUMNS = 200;
  private static final int MOST_CHARACTERS_IN_ROW = 1 << 16;
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final String file;
  private final CloseableIterator<CsvRecord> records;
  private final List<String> header;
  private final Predicate<String> kept;
  private long line;

  /**
   * Begins to read.
   *
   * @param kept the columns that rows are reduced to
   * @throws ProblemException {@code ROSTER_FILE_INVALID} without a usable header
   */
  CsvRows(String file, InputStream bytes, Predicate<String> kept) throws IOException {
    this.file = file;
    this.kept = kept;
    this.records =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .skipEmptyLines(true)
            .maxBufferSize(MOST_CHARACTERS_IN_ROW)
            .ofCsvRecord(utf8(bytes))
            .iterator();
    CsvRecord first = nextRecord();
    if (first == null || first.getFieldCount() > MOST_COLUMNS) {
      throw invalid("a header of at most " + MOST_COLUMNS + " columns");
    }
    this.header = first.getFields().stream().map(String::strip).toList();
    if (header.stream().distinct().count() != header.size()) {
      throw invalid("a header that names each column once");
    }
  }

  boolean hasColumn(String name) {
    return header.contains(name);
  }

  /** The next row, or {@code null} after the last. */
  @Nullable RosterRow next(String kind) {
    CsvRecord row = nextRecord();
    if (row == null) {
      return null;
    }
    Map<String, String> cells = new HashMap<>();
    int columns = Math.min(header.size(), row.getFieldCount());
    for (int i = 0; i < columns; i++) {
      if (kept.test(header.get(i))) {
        cells.put(header.get(i), row.getField(i));
      }
    }
    return new RosterRow(kind, line, row.getFieldCount() != header.size(), cells);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private @Nullable CsvRecord nextRecord() {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord row = records.next();
      line = row.getStartingLineNumber();
      return row;
    } catch (CsvParseException e) {
      throw refusal(e);
    } catch (UncheckedIOException e) {
      throw refusal(e);
    }
  }

  /** Tells our own limits and wrong bytes from wrong commas; all name the last good line. */
  private ProblemException refusal(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
      if (cause instanceof CharacterCodingException) {
        return invalid("UTF-8; other bytes stand after line " + line);
      }
    }
    return invalid("CSV (RFC 4180) that can be read on after line " + line);
  }

  private ProblemException invalid(String expected) {
    return RosterProblem.ROSTER_FILE_INVALID.with(
        "A file cannot be read.", new FieldError(file, expected));
  }

  private static InputStreamReader utf8(InputStream bytes) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(bytes);
    buffered.mark(3);
    byte[] start = buffered.readNBytes(3);
    byte[] mark = Character.toString(BYTE_ORDER_MARK).getBytes(StandardCharsets.UTF_8);
    if (!java.util.Arrays.equals(start, mark)) {
      buffered.reset();
    }
    // A decoder of one's own reports malformed input instead of replacing it.
    return new InputStreamReader(buffered, StandardCharsets.UTF_8.newDecoder());
  }
}
