package org.cairn.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafeCellsTest {

  @Test
  void makesFormulasHarmless() throws IOException {
    Map<String, String> cells =
        Map.of(
            "=1+1", "'=1+1",
            "+49", "'+49",
            "-2", "-2",
            "-2+3", "'-2+3",
            "@SUM(A1)", "'@SUM(A1)",
            "\t=1", "'\t=1",
            "\r=1", "\"'\r=1\"",
            "=a,b", "\"'=a,b\"",
            "604821", "604821",
            "a=1", "a=1");
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      assertEquals(cell.getValue() + ",x\r\n", line(cell.getKey(), "x"));
    }
  }

  @Test
  void quotesWhatMustBe() throws IOException {
    assertEquals("\"one of a, b\",\"a \"\"b\"\"\",\r\n", line("one of a, b", "a \"b\"", ""));
  }

  private static String line(String... cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SafeCells csv = SafeCells.to(out);
    csv.line(List.of(cells));
    csv.flush();
    return out.toString(StandardCharsets.UTF_8);
  }
}
