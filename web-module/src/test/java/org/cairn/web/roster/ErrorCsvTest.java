package org.cairn.web.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cairn.roster.RowErrorView;
import org.cairn.shared.Page;
import org.junit.jupiter.api.Test;

class ErrorCsvTest {

  @Test
  void makesFormulasHarmless() {
    Map<String, String> cells =
        Map.of(
            "=1+1", "'=1+1",
            "+49", "'+49",
            "-2", "'-2",
            "@SUM(A1)", "'@SUM(A1)",
            "\t=1", "'\t=1",
            "\r=1", "\"'\r=1\"",
            "=a,b", "\"'=a,b\"",
            "604821", "604821",
            "a=1", "a=1",
            "", "");
    cells.forEach((given, written) -> assertEquals(written, ErrorCsv.cell(given)));
  }

  @Test
  void quotesWhatMustBe() {
    assertEquals("\"one of a, b\"", ErrorCsv.cell("one of a, b"));
    assertEquals("\"a \"\"b\"\"\"", ErrorCsv.cell("a \"b\""));
  }

  @Test
  void writesPageAfterPage() throws IOException {
    RowErrorView error = new RowErrorView("users.csv", 2, "email", "ROW_REFUSED", "m", "=u");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ErrorCsv.write(out, cursor -> new Page<>(List.of(error), cursor == null ? "second" : null));
    String line = "users.csv,2,email,ROW_REFUSED,m,'=u\r\n";
    assertEquals(
        "file,line,field,effect,message,sourcedId\r\n" + line + line,
        out.toString(StandardCharsets.UTF_8));
  }
}
