package org.cairn.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/** Sends bytes that no HTTP library would. */
final class RawHttp {

  private RawHttp() {}

  /**
   * What came back.
   *
   * @param status 0 where the server has hung up without a word
   */
  record Answer(int status, String text) {

    /** Whether it is a problem of RFC 9457. */
    boolean isProblem() {
      return text.contains("\r\nContent-Type: application/problem+json");
    }

    /** Whether it has a body at all. */
    boolean isBare() {
      return text.isEmpty() || text.endsWith("\r\n\r\n");
    }
  }

  /** Sends the bytes and reads until the server has closed the connection. */
  static Answer send(String request) {
    URI server = URI.create(RunningCairn.get().baseUrl());
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(40_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return answer(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    } catch (java.net.SocketException hungUp) {
      return new Answer(0, "");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Answer answer(String text) {
    String last =
        text.startsWith("HTTP/1.1 100 ") ? text.substring(text.indexOf("\r\n\r\n") + 4) : text;
    return new Answer(last.isEmpty() ? 0 : Integer.parseInt(last.substring(9, 12)), last);
  }
}
