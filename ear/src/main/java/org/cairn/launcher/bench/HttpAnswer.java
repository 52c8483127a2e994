package org.cairn.launcher.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads answers with a known length, and longer ones in chunks. */
final class HttpAnswer {

  private HttpAnswer() {}

  /** The body of the next answer, which must be a 200, or a 304 without one. */
  static String read(InputStream answers) throws IOException {
    String status = line(answers);
    int length = 0;
    boolean isChunked = false;
    for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
      if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
      isChunked |= header.equalsIgnoreCase("Transfer-Encoding: chunked");
    }
    byte[] bytes = isChunked ? chunks(answers) : answers.readNBytes(length);
    String body = new String(bytes, StandardCharsets.UTF_8);
    if (!status.contains(" 200 ") && !status.contains(" 304 ")) {
      throw new IOException(status + " " + body);
    }
    return body;
  }

  private static byte[] chunks(InputStream answers) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(answers); size > 0; size = size(answers)) {
      body.write(answers.readNBytes(size));
      line(answers);
    }
    line(answers);
    return body.toByteArray();
  }

  private static int size(InputStream answers) throws IOException {
    return Integer.parseInt(line(answers).strip(), 16);
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
