package org.cairn.launcher.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads answers with a known length, as Cairn gives them on its hot paths. */
final class HttpAnswer {

  private HttpAnswer() {}

  /** The body of the next answer, which must be a 200, or a 304 without one. */
  static String read(InputStream answers) throws IOException {
    String status = line(answers);
    int length = 0;
    for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
      if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    String body = new String(answers.readNBytes(length), StandardCharsets.UTF_8);
    if (!status.contains(" 200 ") && !status.contains(" 304 ")) {
      throw new IOException(status + " " + body);
    }
    return body;
  }

  private static String line(InputStream answers) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = answers.read(); c != '\n'; c = answers.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
