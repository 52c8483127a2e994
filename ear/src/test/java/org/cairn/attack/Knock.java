package org.cairn.attack;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.system.Client;

/**
 * One request for the rows of the north.
 *
 * @param sent everything in it that its sender has said
 */
record Knock(
    Operation operation,
    String target,
    Map<String, String> headers,
    String body,
    String accept,
    String sent) {

  private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  static Knock of(Operation operation, World world, String accept) {
    Map<String, String> left = new LinkedHashMap<>(operation.parameters());
    Matcher matcher = IN_PATH.matcher(operation.path());
    String path =
        matcher.replaceAll(
            name -> {
              String declared = left.remove(name.group(1));
              String value =
                  declared == null ? world.value(name.group(1)) : world.resolve(declared);
              return Matcher.quoteReplacement(encode(value));
            });
    Map<String, String> headers = new LinkedHashMap<>();
    StringBuilder query = new StringBuilder();
    left.forEach(
        (name, value) -> {
          if (Character.isUpperCase(name.charAt(0))) {
            headers.put(name, world.resolve(value));
          } else {
            query.append(query.isEmpty() ? '?' : '&').append(name);
            query.append('=').append(encode(world.resolve(value)));
          }
        });
    String body = operation.body() == null ? null : world.resolve(operation.body());
    return new Knock(operation, path + query, headers, body, accept, path + query + headers + body);
  }

  /** The same request for rows that nobody has. */
  Knock forNobodysRows() {
    String unknown = ID.matcher(target).replaceAll(id -> UUID.randomUUID().toString());
    return new Knock(operation, unknown, headers, body, accept, sent);
  }

  Client.Answer by(Client client) {
    return client.send(target, this::fill);
  }

  private HttpRequest.Builder fill(HttpRequest.Builder request) {
    if (accept != null) {
      request.header("Accept", accept);
    }
    if (operation.type() != null) {
      request.header("Content-Type", operation.type());
    }
    headers.forEach(request::header);
    return request.method(operation.method(), publisher());
  }

  private BodyPublisher publisher() {
    if (body == null) {
      return BodyPublishers.noBody();
    }
    return body.equals("@roster")
        ? BodyPublishers.ofByteArray(Roster.of(World.NORTH, World.SOUTH))
        : BodyPublishers.ofString(body);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return operation.id() + (accept == null ? "" : " as " + accept);
  }
}
