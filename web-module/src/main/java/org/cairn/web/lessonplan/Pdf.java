package org.cairn.web.lessonplan;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers with a document that no cache may keep and that opens in the reader's window. */
final class Pdf {

  static final String TYPE = "application/pdf";

  private Pdf() {}

  /**
   * The answer.
   *
   * @param file what a reader that saves it calls it; never a person's name
   */
  static Response answer(byte[] pdf, String file) {
    return Response.ok(pdf, TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + "\"")
        .build();
  }
}
