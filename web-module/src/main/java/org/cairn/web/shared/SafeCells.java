package org.cairn.web.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV (RFC 4180, UTF-8) for people who open it in a spreadsheet: no cell is taken for a formula.
 */
public final class SafeCells {

  private final CsvWriter csv;

  private SafeCells(CsvWriter csv) {
    this.csv = csv;
  }

  /** Writes to the stream, which stays open; end with {@link #flush}. */
  public static SafeCells to(OutputStream out) {
    return new SafeCells(
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))));
  }

  public void line(List<String> cells) {
    csv.writeRecord(cells.stream().map(SafeCells::harmless).toList());
  }

  public void flush() throws java.io.IOException {
    csv.flush();
  }

  /** The text, with an apostrophe before what a spreadsheet would compute; numbers stay numbers. */
  static String harmless(String text) {
    return text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 || text.matches("-\\d+")
        ? text
        : "'" + text;
  }
}
