package org.cairn.launcher.bench;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes over the wire, and what its answer has to contain to count.
 *
 * @param head the request line and the headers that are its own
 * @param body JSON, if there is one
 */
record HttpMessage(String head, @Nullable String body, String expected) {

  byte[] bytes(String authority) {
    byte[] json = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    String length =
        body == null
            ? ""
            : "Content-Type: application/json\r\nContent-Length: " + json.length + "\r\n";
    byte[] headers =
        (head + "Host: " + authority + "\r\n" + length + "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] request = new byte[headers.length + json.length];
    System.arraycopy(headers, 0, request, 0, headers.length);
    System.arraycopy(json, 0, request, headers.length, json.length);
    return request;
  }
}
