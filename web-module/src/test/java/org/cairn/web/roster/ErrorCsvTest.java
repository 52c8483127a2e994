package org.cairn.web.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cairn.roster.RowErrorView;
import org.cairn.shared.Page;
import org.junit.jupiter.api.Test;

class ErrorCsvTest {

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
