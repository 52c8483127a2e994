package org.cairn.definitions;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.shared.FieldError;

/**
 * Reads a folder of definitions against the JSON Schema beside them; a wrong file is reported and
 * the others are read.
 */
public final class DefinitionFiles {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private final Path folder;
  private final Validator validator;
  private final URI schema;

  /**
   * A folder and its schema, which has to be readable.
   *
   * @param schemaFile its name in the folder
   */
  public DefinitionFiles(Path folder, String schemaFile) {
    this.folder = folder;
    validator =
        new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
    try {
      schema = validator.registerSchema(JSON.readTree(folder.resolve(schemaFile).toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a folder holds.
   *
   * @param refused one line for each fault: file, line, place, reason
   */
  public record Found(List<DefinitionFile> files, List<String> refused) {}

  /** The folder's {@code .yaml} files, by name. */
  public Found read() {
    List<DefinitionFile> files = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Path path : paths()) {
      try {
        DefinitionFile file =
            new DefinitionFile(
                path.getFileName().toString(), YAML.readTree(path.toFile()), lines(path));
        List<FieldError> errors = errors(file.spec());
        errors.forEach(error -> refused.add(file.fault(error.field(), error.message())));
        if (errors.isEmpty()) {
          files.add(file);
        }
      } catch (JacksonException e) {
        refused.add(unreadable(path, e));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Found(files, refused);
  }

  /** What the schema finds wrong with a document. */
  public List<FieldError> errors(JsonNode document) {
    List<FieldError> endless = new ArrayList<>();
    findEndless(document, "", endless);
    return endless.isEmpty() ? invalid(document) : endless;
  }

  /** Numbers beyond all bounds, which the validator cannot compare. */
  private static void findEndless(JsonNode node, String pointer, List<FieldError> found) {
    if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
      found.add(new FieldError(pointer, "a number of sane size"));
    }
    node.properties()
        .forEach(
            field -> {
              String name = field.getKey().replace("~", "~0").replace("/", "~1");
              findEndless(field.getValue(), pointer + "/" + name, found);
            });
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        findEndless(node.get(i), pointer + "/" + i, found);
      }
    }
  }

  private List<FieldError> invalid(JsonNode document) {
    return validator.validate(schema, document).getErrors().stream()
        .filter(error -> error.getError() != null)
        .map(error -> new FieldError(error.getInstanceLocation(), error.getError()))
        .toList();
  }

  /** Tells one content from another. */
  public static String hash(JsonNode spec) {
    try {
      byte[] content = spec.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Path> paths() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Integer> lines(Path file) throws IOException {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = YAML.createParser(file.toFile())) {
      while (parser.nextToken() != null) {
        lines.putIfAbsent(
            parser.getParsingContext().pathAsPointer().toString(),
            parser.currentTokenLocation().getLineNr());
      }
    }
    return lines;
  }

  private static String unreadable(Path file, JacksonException e) {
    JsonLocation at = e.getLocation();
    String line = at == null ? "" : ":" + at.getLineNr();
    String reason = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
    return file.getFileName() + line + ": " + reason;
  }
}
