package org.cairn.web.shared;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are answered whole or in part, or not at all to whoever has them (RFC 9110, sections
 * 13 and 14).
 *
 * @param tag names these very bytes; without quotes
 * @param mediaType of the bytes
 * @param size how many there are
 * @param caching the answer's {@code Cache-Control}
 * @param source gives a part of them when they are really sent
 */
public record Representation(
    String tag, String mediaType, long size, String caching, Source source) {

  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** Where the bytes come from. */
  @FunctionalInterface
  public interface Source {
    InputStream open(long from, long length);
  }

  /** The answer to a request with these headers. */
  public Response answer(HttpHeaders request) {
    String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    if (known != null && matches(known)) {
      return described(Response.notModified()).build();
    }
    @Nullable String range = request.getHeaderString("Range");
    @Nullable String only = request.getHeaderString("If-Range");
    if (range == null || (only != null && !only.equals(quoted()))) {
      return whole();
    }
    Optional<RangeRules.Part> part = RangeRules.part(range, size);
    if (part.isEmpty()) {
      return whole();
    }
    return part.get().isThere() ? partial(part.get()) : unsatisfiable();
  }

  private Response whole() {
    return described(Response.ok(bytes(0, size)))
        .header(HttpHeaders.CONTENT_LENGTH, size)
        .type(mediaType)
        .build();
  }

  private Response partial(RangeRules.Part part) {
    long last = part.from() + part.length() - 1;
    return described(Response.status(PARTIAL_CONTENT).entity(bytes(part.from(), part.length())))
        .header("Content-Range", "bytes " + part.from() + "-" + last + "/" + size)
        .header(HttpHeaders.CONTENT_LENGTH, part.length())
        .type(mediaType)
        .build();
  }

  private Response unsatisfiable() {
    ProblemDocument document = Problems.of(RANGE_NOT_SATISFIABLE);
    Visit.refused(document);
    return Response.status(RANGE_NOT_SATISFIABLE)
        .type(ProblemDocument.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Range", "bytes */" + size)
        .entity(document.json())
        .build();
  }

  private Response.ResponseBuilder described(Response.ResponseBuilder answer) {
    return answer
        .header(HttpHeaders.ETAG, quoted())
        .header(HttpHeaders.CACHE_CONTROL, caching)
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .header("Accept-Ranges", "bytes");
  }

  private StreamingOutput bytes(long from, long length) {
    return out -> {
      try (InputStream part = source.open(from, length)) {
        if (part.transferTo(out) != length) {
          throw new IOException("The object has ended early");
        }
      }
    };
  }

  private boolean matches(String ifNoneMatch) {
    return Stream.of(ifNoneMatch.split(",", -1))
        .map(each -> each.strip().replaceFirst("^W/", ""))
        .anyMatch(each -> each.equals("*") || each.equals(quoted()));
  }

  private String quoted() {
    return "\"" + tag + "\"";
  }
}
