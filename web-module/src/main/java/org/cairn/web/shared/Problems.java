package org.cairn.web.shared;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.WebApplicationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairn.caller.Outage;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** Makes a problem document of whatever went wrong; what only the log may know stays there. */
final class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class.getName());
  private static final Pattern PARAMETER = Pattern.compile("QueryParam\\(\"([^\"]+)\"\\)");

  private Problems() {}

  static ProblemDocument of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      ProblemDocument known = known(cause);
      if (known != null) {
        return known;
      }
    }
    return Outage.causeOf(thrown) == null ? unexpected(thrown) : unavailable(thrown);
  }

  /** A status that the container or RESTEasy has decided by itself. */
  static ProblemDocument of(int status) {
    return switch (status) {
      case 400 -> common(CommonProblem.INVALID_REQUEST, "The request cannot be understood.");
      case 401 -> common(CommonProblem.NOT_AUTHENTICATED, "Send a token of this district's realm.");
      case 403 -> common(CommonProblem.ROLE_MISSING, "The operation is for other roles.");
      case 404 -> common(CommonProblem.NOT_FOUND, "The address or the id is unknown here.");
      case 413 -> common(CommonProblem.BODY_TOO_LARGE, "Send less at a time.");
      case 503 -> common(CommonProblem.TRY_AGAIN_LATER, "Nothing was changed. Try again.");
      default -> ofProtocol(status);
    };
  }

  private static ProblemDocument ofProtocol(int status) {
    String see = "See the OpenAPI document.";
    return switch (status) {
      case 405 ->
          ProblemDocument.of(status, "METHOD_NOT_ALLOWED", "This method is not offered here.", see);
      case 406 ->
          ProblemDocument.of(
              status, "NOT_ACCEPTABLE", "No accepted media type can be answered.", see);
      case 415 ->
          ProblemDocument.of(
              status, "UNSUPPORTED_MEDIA_TYPE", "The body's media type is not taken.", see);
      case 416 ->
          ProblemDocument.of(
              status,
              "RANGE_NOT_SATISFIABLE",
              "There are no such bytes.",
              "Content-Range tells how many there are.");
      default ->
          status < 500
              ? ProblemDocument.of(status, "REQUEST_REFUSED", "The request was refused.", see)
              : ProblemDocument.of(
                  status,
                  "INTERNAL_ERROR",
                  "Something went wrong inside Cairn.",
                  "The log has more under the id of this request.");
    };
  }

  private static @Nullable ProblemDocument known(Throwable cause) {
    if (cause instanceof ProblemException problem) {
      return ProblemDocument.of(problem);
    }
    if (cause instanceof EJBAccessException) {
      return of(403);
    }
    if (cause instanceof JsonProcessingException json) {
      return unreadable(json);
    }
    if (cause instanceof WebApplicationException web) {
      int status = web.getResponse().getStatus();
      ProblemDocument parameter = status == 404 ? unreadableParameter(web) : null;
      return parameter != null ? parameter : status < 500 ? of(status) : null;
    }
    return null;
  }

  /** RESTEasy calls a parameter of the wrong kind a page that is not found. */
  private static @Nullable ProblemDocument unreadableParameter(WebApplicationException web) {
    Matcher parameter = PARAMETER.matcher(String.valueOf(web.getMessage()));
    return web.getCause() != null && parameter.find()
        ? ProblemDocument.of(
            CommonProblem.INVALID_REQUEST.with(
                "A parameter cannot be read.",
                new FieldError(parameter.group(1), "of another kind than expected")))
        : null;
  }

  private static ProblemDocument unreadable(JsonProcessingException json) {
    if (json instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String field =
          mapping.getPath().stream()
              .map(part -> part.getFieldName() == null ? "" + part.getIndex() : part.getFieldName())
              .collect(Collectors.joining("/", "/", ""));
      return ProblemDocument.of(
          CommonProblem.INVALID_REQUEST.with(
              "A field of the body cannot be read.",
              new FieldError(field, "unknown, repeated, or of another kind than expected")));
    }
    JsonLocation at = json.getLocation();
    String where =
        at == null ? "" : " near line " + at.getLineNr() + ", column " + at.getColumnNr();
    return common(
        CommonProblem.INVALID_REQUEST, "The body is not the JSON that is expected" + where + ".");
  }

  private static ProblemDocument unavailable(Throwable cause) {
    LOG.log(Level.WARNING, () -> "The database does not answer: " + cause);
    return common(
        CommonProblem.TRY_AGAIN_LATER,
        "The database does not answer. Send the same request again; it counts once.");
  }

  private static ProblemDocument unexpected(Throwable thrown) {
    ProblemDocument document = of(500);
    LOG.log(Level.SEVERE, thrown, () -> "Unexpected, answered as " + document.instance());
    return document;
  }

  private static ProblemDocument common(CommonProblem problem, String detail) {
    return ProblemDocument.of(problem.with(detail));
  }
}
