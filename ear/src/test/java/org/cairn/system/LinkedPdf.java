package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A document as whoever follows its link gets and reads it. */
final class LinkedPdf {

  private LinkedPdf() {}

  static HttpResponse<byte[]> open(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(SystemTest.server().baseUrl() + url)).build(),
            BodyHandlers.ofByteArray());
  }

  static String text(HttpResponse<byte[]> answer) throws IOException {
    assertEquals(200, answer.statusCode());
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
