package org.cairn.web.shared;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.web.caller.TenantsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies that resources take as records, whichever they are. */
class JsonFuzzTest {

  private static final ObjectMapper JSON = new Json().getContext(Object.class);
  private static final List<Object> VALUES =
      List.of("text", 1, true, List.of(), Map.of(), List.of(Map.of("day", "2026-11-26")));

  /** A body for a type that is read from one, a letter a byte. */
  private record Sent(Class<?> type, String body) {}

  @Provide
  Arbitrary<Sent> bodies() throws Exception {
    Set<Class<?>> types = types();
    assertTrue(types.size() >= 2, types::toString);
    List<Arbitrary<Sent>> all = new ArrayList<>();
    for (Class<?> type : types) {
      all.add(
          BentBodies.of(examples(type)).map(body -> new Sent(type, new String(body, ISO_8859_1))));
    }
    return Arbitraries.oneOf(all);
  }

  @Property
  void whateverComesIsReadOrRefusedWithFourHundred(@ForAll("bodies") Sent sent) {
    try {
      JSON.readValue(sent.body().getBytes(ISO_8859_1), sent.type());
    } catch (IOException | RuntimeException thrown) {
      assertEquals(400, Problems.of(thrown).status());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{\"name\":\"a\",\"xp\":1}",
        "{\"name\":\"a\"}{}",
        "{\"name\":1}",
        "{\"name\":NaN}",
        "{\"name\":'a'}",
        "{name:\"a\"}",
        "{\"name\":\"a\",}",
        "{\"name\":\"a\" /* b */}",
        "{\"name\":\"\u0000\"}",
        "[{\"name\":\"a\"}]"
      })
  void laxJsonIsRefused(String body) {
    assertRefused(body.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "ISO-8859-1"})
  void otherCharsetsThanUtf8AreRefused(String charset) {
    assertRefused("{\"name\":\"\u00e9\"}".getBytes(Charset.forName(charset)));
  }

  @Test
  void whatIsTooDeepTooLongOrTooManyDigitsIsRefused() {
    assertRefused("[".repeat(100_000).getBytes(UTF_8));
    assertRefused(("{\"name\":\"" + "x".repeat(20_001) + "\"}").getBytes(UTF_8));
    assertRefused(("{\"" + "x".repeat(201) + "\":1}").getBytes(UTF_8));
    assertRefused(("{\"name\":" + "1".repeat(51) + "}").getBytes(UTF_8));
    assertRefused(new byte[] {(byte) 0xC0, (byte) 0x80});
    assertRefused("\ufeff{}".getBytes(UTF_16));
  }

  private static void assertRefused(byte[] body) {
    assertThrows(
        JsonProcessingException.class,
        () -> JSON.readValue(body, TenantsResource.TenantBody.class),
        () -> new String(body, UTF_8));
  }

  /** The records that methods of resources take without any annotation of a parameter. */
  private static Set<Class<?>> types() throws IOException, ReflectiveOperationException {
    Set<Class<?>> found = new LinkedHashSet<>();
    Path classes = Path.of("target/classes");
    try (Stream<Path> files = Files.walk(classes.resolve("org/cairn/web"))) {
      for (Path file : files.filter(f -> f.toString().endsWith("Resource.class")).toList()) {
        String name = classes.relativize(file).toString().replace('/', '.').replace(".class", "");
        for (Method method : Class.forName(name).getDeclaredMethods()) {
          for (Parameter parameter : method.getParameters()) {
            if (parameter.getType().isRecord()) {
              found.add(parameter.getType());
            }
          }
        }
      }
    }
    return found;
  }

  private static List<String> examples(Class<?> type) throws JsonProcessingException {
    List<String> examples = new ArrayList<>();
    for (Object value : VALUES) {
      Map<String, Object> fields = new java.util.LinkedHashMap<>();
      for (var component : type.getRecordComponents()) {
        fields.put(component.getName(), value);
      }
      examples.add(new ObjectMapper().writeValueAsString(fields));
    }
    return examples;
  }
}
