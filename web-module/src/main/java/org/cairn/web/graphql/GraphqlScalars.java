package org.cairn.web.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.events.EventPayload;
import org.jspecify.annotations.Nullable;

/** Values that GraphQL has no words of its own for. */
final class GraphqlScalars {

  static final GraphQLScalarType DATE_TIME =
      GraphQLScalarType.newScalar().name("DateTime").coercing(new Time()).build();

  static final GraphQLScalarType JSON_OBJECT =
      GraphQLScalarType.newScalar().name("JsonObject").coercing(new JsonObject()).build();

  private static final ObjectMapper JSON = new ObjectMapper();

  private GraphqlScalars() {}

  private static final class Time implements Coercing<Instant, String> {

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      return value.toString();
    }

    @Override
    public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
      try {
        return OffsetDateTime.parse(input.toString()).toInstant();
      } catch (DateTimeException e) {
        throw new CoercingParseValueException(
            "An RFC 3339 time with offset is expected, as in 2026-03-02T08:30:00Z");
      }
    }

    @Override
    public Instant parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      try {
        return parseValue(
            input instanceof StringValue text ? String.valueOf(text.getValue()) : "",
            context,
            locale);
      } catch (CoercingParseValueException e) {
        throw new CoercingParseLiteralException(e.getMessage());
      }
    }
  }

  private static final class JsonObject implements Coercing<Map<String, @Nullable Object>, Object> {

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
      try {
        return JSON.readTree(((EventPayload) value).json());
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Map<String, @Nullable Object> parseValue(
        Object input, GraphQLContext context, Locale locale) {
      if (!(input instanceof Map<?, ?> object)) {
        throw new CoercingParseValueException("A JSON object is expected");
      }
      Map<String, @Nullable Object> read = new LinkedHashMap<>();
      object.forEach((key, value) -> read.put(String.valueOf(key), value));
      return read;
    }

    @Override
    public Map<String, @Nullable Object> parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      if (input instanceof ObjectValue object) {
        return object(object, variables);
      }
      throw new CoercingParseLiteralException("A JSON object is expected");
    }

    private static Map<String, @Nullable Object> object(
        ObjectValue object, CoercedVariables variables) {
      Map<String, @Nullable Object> read = new LinkedHashMap<>();
      for (ObjectField field : object.getObjectFields()) {
        read.put(field.getName(), any(field.getValue(), variables));
      }
      return read;
    }

    private static @Nullable Object any(Value<?> value, CoercedVariables variables) {
      if (value instanceof StringValue text) {
        return text.getValue();
      } else if (value instanceof IntValue number) {
        return number.getValue();
      } else if (value instanceof FloatValue number) {
        return number.getValue();
      } else if (value instanceof BooleanValue truth) {
        return truth.isValue();
      } else if (value instanceof VariableReference variable) {
        return variables.get(variable.getName());
      } else if (value instanceof ArrayValue list) {
        List<@Nullable Object> read = new ArrayList<>();
        list.getValues().forEach(each -> read.add(any(each, variables)));
        return read;
      } else if (value instanceof ObjectValue object) {
        return object(object, variables);
      } else if (value instanceof NullValue) {
        return null;
      }
      throw new CoercingParseLiteralException(
          "JSON has no " + (value instanceof EnumValue word ? word.getName() : "such value"));
    }
  }
}
