package org.cairn.definitions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.cairn.shared.FieldError;
import org.junit.jupiter.api.Test;

class DefinitionFilesTest {

  private static final DefinitionFiles RULES =
      new DefinitionFiles(Path.of("../config/rules"), "rules.schema.json");

  @Test
  void numbersBeyondAllBoundsAreNamedWhereverTheyStand() throws JsonProcessingException {
    assertEquals(
        List.of("/name", "/a~1b/1/c"), places("{\"name\":1e9999,\"a/b\":[1,{\"c\":-1e9999}]}"));
  }

  @Test
  void theSchemaSpeaksWhereAllNumbersAreFinite() throws JsonProcessingException {
    assertEquals(
        List.of("/name"),
        places("{\"name\":1e9}").stream().filter(place -> !place.isEmpty()).toList());
  }

  private static List<String> places(String json) throws JsonProcessingException {
    return RULES.errors(new ObjectMapper().readTree(json)).stream().map(FieldError::field).toList();
  }
}
