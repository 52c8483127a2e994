package org.cairn.web.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.cairn.web.shared.PartProblems;
import org.cairn.web.shared.PartProblems.PartProblem;

/** Tells problems as GraphQL's errors, with the same codes. */
@Singleton
class GraphqlErrors implements DataFetcherExceptionHandler {

  private static final String CODE = "code";

  private static final Set<ValidationErrorType> TOO_MUCH =
      Set.of(
          ValidationErrorType.MaxQueryDepthExceeded,
          ValidationErrorType.MaxQueryFieldsExceeded,
          ValidationErrorType.MaxValidationErrorsReached);

  private final PartProblems problems;

  @Inject
  GraphqlErrors(PartProblems problems) {
    this.problems = problems;
  }

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters failed) {
    PartProblem problem = problems.of(failed.getException());
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put(CODE, problem.code());
    extensions.put("title", problem.title());
    extensions.put("instance", problem.instance());
    if (!problem.errors().isEmpty()) {
      extensions.put("errors", problem.errors());
    }
    GraphQLError error =
        GraphqlErrorBuilder.newError(failed.getDataFetchingEnvironment())
            .message("%s", problem.detail())
            .errorType(ErrorType.DataFetchingException)
            .extensions(extensions)
            .build();
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(error).build());
  }

  /** The result with a code in each of its errors. */
  ExecutionResult withCodes(ExecutionResult result) {
    List<GraphQLError> errors = result.getErrors().stream().map(GraphqlErrors::coded).toList();
    return errors.isEmpty() ? result : result.transform(builder -> builder.errors(errors));
  }

  private static GraphQLError coded(GraphQLError error) {
    Map<String, Object> own = error.getExtensions();
    return own != null && own.containsKey(CODE)
        ? error
        : GraphqlErrorBuilder.newError()
            .message("%s", error.getMessage())
            .locations(error.getLocations() == null ? List.of() : error.getLocations())
            .path(error.getPath())
            .errorType(error.getErrorType())
            .extensions(Map.of(CODE, code(error)))
            .build();
  }

  private static String code(GraphQLError error) {
    ErrorClassification type = error.getErrorType();
    boolean tooMuch =
        type == ErrorType.ExecutionAborted
            || error instanceof BadFaithIntrospectionError
            || (error instanceof ValidationError invalid
                && invalid.getValidationErrorType() instanceof ValidationErrorType kind
                && TOO_MUCH.contains(kind));
    if (tooMuch) {
      return GraphqlProblem.QUERY_TOO_COMPLEX.name();
    }
    return type == ErrorType.NullValueInNonNullableField
        ? "INTERNAL_ERROR"
        : GraphqlProblem.QUERY_INVALID.name();
  }
}
