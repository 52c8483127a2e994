package org.cairn.web.shared;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.server.handlers.RequestLimit;
import io.undertow.server.handlers.RequestLimitingHandler;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/**
 * Sorts requests by what they could keep waiting, on threads that never wait (ADR 0015).
 *
 * <p>A body begins to cost a thread when it has arrived, or its first {@link Limits#BUFFERED} bytes
 * have. What is larger goes on as a stream, a few at a time; files for the browser, whose readers
 * may be slow as well, have a lane of their own, and so has all the rest. Who waits in line costs
 * no thread either, and where a line is full, the answer is an honest 503.
 */
final class Lanes implements HttpHandler {

  /** How much each lane takes. */
  record Sizes(int streams, int pages, int running, int waiting, Duration grace) {

    static final Sizes STANDARD =
        new Sizes(Limits.STREAMS, Limits.PAGES, Limits.RUNNING, Limits.WAITING, Limits.GRACE);
  }

  private static final AttachmentKey<Boolean> ARRIVED = AttachmentKey.create(Boolean.class);

  private final HttpHandler application;
  private final HttpHandler calls;
  private final HttpHandler pages;
  private final HttpHandler streams;
  private final HttpHandler arriving;
  private final Duration grace;

  Lanes(HttpHandler application, Sizes sizes) {
    this.application = application;
    this.calls = lane(application, sizes.running(), sizes.waiting());
    this.pages = lane(application, sizes.pages(), sizes.waiting());
    this.streams = lane(application, sizes.streams(), sizes.waiting());
    this.arriving = new RequestBufferingHandler(this::arrived, Limits.BUFFERS);
    this.grace = sizes.grace();
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    exchange.addResponseWrapper(
        (next, to) -> new PatientSink(next.create(), grace, () -> hangUp(to)));
    if (!hasOneLength(exchange)) {
      hangUp(exchange);
      return;
    }
    if (!Limits.METHODS.contains(exchange.getRequestMethod().toString())) {
      answer(exchange, Problems.of(405));
      return;
    }
    // Nobody is known by a cookie here; the server's own limit of their number answers 500.
    exchange.getRequestHeaders().remove(Headers.COOKIE);
    if (exchange.isRequestComplete()) {
      sort(exchange);
      return;
    }
    if (isStream(exchange)) {
      exchange.addRequestWrapper(
          (next, from) -> new PatientSource(next.create(), grace, () -> hangUp(from)));
    }
    if (HttpContinue.requiresContinueResponse(exchange)) {
      HttpContinue.sendContinueResponse(exchange, new Continued());
    } else {
      await(exchange);
    }
  }

  private void await(HttpServerExchange exchange) throws Exception {
    arriving.handleRequest(exchange);
    if (exchange.getAttachment(ARRIVED) == null) {
      exchange
          .getIoThread()
          .executeAfter(() -> giveUp(exchange), grace.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void arrived(HttpServerExchange exchange) throws Exception {
    exchange.putAttachment(ARRIVED, true);
    if (isStream(exchange)) {
      streams.handleRequest(exchange);
    } else {
      sort(exchange);
    }
  }

  private void sort(HttpServerExchange exchange) throws Exception {
    String path = exchange.getRelativePath();
    if (path.startsWith("/api/v1/")) {
      calls.handleRequest(exchange);
    } else if (path.startsWith("/health/")) {
      application.handleRequest(exchange);
    } else {
      pages.handleRequest(exchange);
    }
  }

  /**
   * Who waits to be told to send has been told; the header would spare the body from being awaited.
   */
  private final class Continued implements IoCallback {

    @Override
    public void onComplete(HttpServerExchange exchange, Sender sender) {
      exchange.getRequestHeaders().remove(Headers.EXPECT);
      try {
        await(exchange);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void onException(HttpServerExchange exchange, Sender sender, IOException gone) {
      hangUp(exchange);
    }
  }

  /** The server takes every unknown transfer encoding for chunks; a proxy may not. */
  private static boolean hasOneLength(HttpServerExchange exchange) {
    HeaderValues encoding = exchange.getRequestHeaders().get(Headers.TRANSFER_ENCODING);
    return encoding == null
        || (encoding.size() == 1 && encoding.getFirst().equalsIgnoreCase("chunked"));
  }

  /** Whether more may follow than is awaited; a length that is unknown may be any. */
  private static boolean isStream(HttpServerExchange exchange) {
    long length = exchange.getRequestContentLength();
    return length < 0 || length > Limits.BUFFERED;
  }

  private static void giveUp(HttpServerExchange exchange) {
    if (exchange.getAttachment(ARRIVED) == null) {
      hangUp(exchange);
    }
  }

  private static void hangUp(HttpServerExchange exchange) {
    IoUtils.safeClose(exchange.getConnection());
  }

  private static HttpHandler lane(HttpHandler next, int running, int waiting) {
    RequestLimit limit = new RequestLimit(running, waiting);
    limit.setFailureHandler(Lanes::refuse);
    return new RequestLimitingHandler(limit, next);
  }

  private static void refuse(HttpServerExchange exchange) {
    answer(exchange, Problems.of(503));
  }

  private static void answer(HttpServerExchange exchange, ProblemDocument problem) {
    exchange.setStatusCode(problem.status());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    if (problem.isWorthRetrying()) {
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, problem.secondsToRetry());
    }
    exchange.getResponseSender().send(problem.json());
  }
}
