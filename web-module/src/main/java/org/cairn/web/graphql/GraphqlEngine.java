package org.cairn.web.graphql;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.validation.QueryComplexityLimits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.cairn.shared.Setting;
import org.cairn.web.graphql.GraphqlResource.GraphqlBody;
import org.jspecify.annotations.Nullable;

/**
 * Executes documents on the request's own thread, so that each field is fetched as the caller whom
 * the door has bound; within limits of size, depth and number, judged before anything is fetched.
 */
@Singleton
class GraphqlEngine {

  /** Levels of fields; the introspection that tools send has 13. */
  static final int DEPTH = 15;

  /** Fields of a document, fragments spread. */
  static final int FIELDS = 250;

  /** Fields, of which each at the root counts for many: it is a call of its own. */
  static final int COMPLEXITY = 300;

  private static final int ROOT_FIELD = 25;
  private static final int TOKENS = 2_000;
  private static final int CHARACTERS = 20_000;

  private static final ParserOptions PARSING =
      ParserOptions.newParserOptions()
          .maxCharacters(CHARACTERS)
          .maxTokens(TOKENS)
          .maxWhitespaceTokens(CHARACTERS)
          .build();

  private static final QueryComplexityLimits LIMITS =
      QueryComplexityLimits.newLimits().maxDepth(DEPTH).maxFieldsCount(FIELDS).build();

  private final GraphQL graphql;
  private final GraphqlErrors errors;
  private final boolean isIntrospected;

  @Inject
  GraphqlEngine(GraphqlFields fields, GraphqlErrors errors) {
    this(fields, errors, Boolean.parseBoolean(Setting.of("cairn.graphql.introspection", "false")));
  }

  GraphqlEngine(GraphqlFields fields, GraphqlErrors errors, boolean isIntrospected) {
    this.errors = errors;
    this.isIntrospected = isIntrospected;
    this.graphql =
        GraphQL.newGraphQL(schema(fields))
            .instrumentation(
                new MaxQueryComplexityInstrumentation(COMPLEXITY, GraphqlEngine::weight))
            .defaultDataFetcherExceptionHandler(errors)
            .build();
  }

  /** The answer as the GraphQL specification has it. */
  Map<String, Object> execute(String query, GraphqlBody request, @Nullable String idempotencyKey) {
    Map<Object, Object> context = new HashMap<>();
    context.put(ParserOptions.class, PARSING);
    context.put(QueryComplexityLimits.KEY, LIMITS);
    context.put(Introspection.INTROSPECTION_DISABLED, !isIntrospected);
    if (idempotencyKey != null) {
      context.put(GraphqlFields.IDEMPOTENCY_KEY, idempotencyKey);
    }
    ExecutionInput input =
        ExecutionInput.newExecutionInput(query)
            .operationName(request.operationName())
            .variables(request.variables() == null ? Map.of() : request.variables())
            .graphQLContext(context)
            .build();
    return errors.withCodes(graphql.execute(input)).toSpecification();
  }

  private static int weight(FieldComplexityEnvironment field, int below) {
    return below + (field.getParentEnvironment() == null ? ROOT_FIELD : 1);
  }

  private static GraphQLSchema schema(GraphqlFields fields) {
    RuntimeWiring wiring =
        fields
            .into(RuntimeWiring.newRuntimeWiring())
            .scalar(GraphqlScalars.DATE_TIME)
            .scalar(GraphqlScalars.JSON_OBJECT)
            .build();
    return new SchemaGenerator().makeExecutableSchema(definitions(), wiring);
  }

  private static TypeDefinitionRegistry definitions() {
    try (InputStream file = GraphqlEngine.class.getResourceAsStream("cairn.graphqls")) {
      return new SchemaParser()
          .parse(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
