package org.cairn.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "0/1/2", "a.b-c_d/e.json", "1/2/3/4/5/6/7/8"})
  void takesIds(String text) {
    assertEquals(text, new ObjectPath(text).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "a/../b",
        "a/./b",
        "..a",
        "a..b",
        "a.",
        ".a",
        "a-",
        "A",
        "Emma Smith",
        "a b",
        "a\\b",
        "a\u0000",
        "a\nb",
        "a:b",
        "a@",
        "c:",
        "%2e%2e",
        "é",
        "1/2/3/4/5/6/7/8/9"
      })
  void refusesAllElse(String text) {
    ProblemException refused = assertThrows(ProblemException.class, () -> new ObjectPath(text));
    assertEquals(CommonProblem.INVALID_REQUEST, refused.problem());
    assertEquals("path", refused.errors().get(0).field());
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThrows(ProblemException.class, () -> new ObjectPath("a".repeat(101)));
    assertThrows(
        ProblemException.class,
        () -> new ObjectPath(("a".repeat(99) + "/").repeat(3) + "a".repeat(10)));
  }

  @Test
  void aLearnersPathIsMadeOfIds() {
    UUID id = UUID.fromString("00000000-0000-7000-8000-000000000001");
    assertEquals(id + "/" + id + "/summary.pdf", ObjectPath.of(id, id, "summary.pdf").text());
    assertThrows(IllegalArgumentException.class, () -> ObjectPath.of(id, id, "emma/smith.pdf"));
  }
}
