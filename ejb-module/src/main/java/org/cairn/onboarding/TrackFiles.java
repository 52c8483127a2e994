package org.cairn.onboarding;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a folder of track definitions; a wrong one is reported and the others are read. */
final class TrackFiles {

  static final String SCHEMA = "track.schema.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Path folder;
  private final Validator validator;
  private final URI schema;

  TrackFiles(Path folder) {
    this.folder = folder;
    validator =
        new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
    try {
      schema = validator.registerSchema(JSON.readTree(folder.resolve(SCHEMA).toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a folder holds.
   *
   * @param refused one line for each definition that is wrong: file, place, reason
   */
  record Found(List<TrackDefinition> definitions, List<String> refused) {}

  Found read() {
    List<TrackDefinition> definitions = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Path file : files()) {
      List<String> errors = new ArrayList<>();
      JsonNode spec = parse(file, errors);
      if (spec != null) {
        errors.addAll(check(file, spec));
      }
      if (spec != null && errors.isEmpty() && !keys.add(spec.get("key").asText())) {
        errors.add(file.getFileName() + ": /key: another file defines this track");
      }
      if (spec != null && errors.isEmpty()) {
        definitions.add(new TrackDefinition(spec.get("key").asText(), spec));
      }
      refused.addAll(errors);
    }
    return new Found(definitions, refused);
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable JsonNode parse(Path file, List<String> errors) {
    try {
      return YAML.readTree(file.toFile());
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      String line = at == null ? "" : ":" + at.getLineNr();
      String reason = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
      errors.add(file.getFileName() + line + ": " + reason);
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> check(Path file, JsonNode spec) {
    Validator.Result result = validator.validate(schema, spec);
    List<String> errors = new ArrayList<>();
    result.getErrors().stream()
        .filter(error -> error.getError() != null)
        .forEach(
            error ->
                errors.add(
                    file.getFileName()
                        + ": "
                        + error.getInstanceLocation()
                        + ": "
                        + error.getError()));
    if (result.isValid()) {
      Set<String> keys = new HashSet<>();
      spec.get("steps")
          .forEach(
              step -> {
                if (!keys.add(step.get("key").asText())) {
                  errors.add(
                      file.getFileName()
                          + ": /steps: two steps have the key "
                          + step.get("key").asText());
                }
              });
    }
    return errors;
  }
}
