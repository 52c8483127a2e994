package org.cairn.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An issuer of tokens whose private keys the tests hold. It can be stopped and started again, and
 * remembers what it was asked.
 */
public final class OwnIssuer implements AutoCloseable {

  /** The key that signs unless a test says otherwise. */
  static final String KEY = "own-1";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final int port;
  private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;

  OwnIssuer(int port) {
    this.port = port;
    keys.put(KEY, Keys.rsa());
  }

  String address() {
    return "http://localhost:" + port + "/realms/own";
  }

  KeyPair key(String kid) {
    return keys.get(kid);
  }

  /** From now on the key is published. */
  void publish(String kid, KeyPair key) {
    keys.put(kid, key);
  }

  void withdraw(String kid) {
    keys.remove(kid);
  }

  /** The paths that anybody has asked for. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  OwnIssuer start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
      server.createContext("/", this::answer);
      server.start();
      return this;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  void stop() {
    server.stop(0);
  }

  @Override
  public void close() {
    stop();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    String document =
        path.endsWith("/.well-known/openid-configuration")
            ? json(metadata())
            : path.endsWith("/certs") ? json(Map.of("keys", published())) : null;
    byte[] body = (document == null ? "" : document).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(document == null ? 404 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Map<String, Object> metadata() {
    return Map.of(
        "issuer", address(),
        "jwks_uri", address() + "/certs",
        "authorization_endpoint", address() + "/auth",
        "token_endpoint", address() + "/token",
        "end_session_endpoint", address() + "/logout");
  }

  private List<Map<String, String>> published() {
    return keys.entrySet().stream().map(key -> Keys.jwk(key.getKey(), key.getValue())).toList();
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
