package org.cairn.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under any other mode a reaction whose only annotation is ours deploys and never reacts. */
class BeansXmlTest {

  private static final Pattern ALL =
      Pattern.compile("<beans\\s[^>]*\\bbean-discovery-mode=\"all\"[^>]*>");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ejb-module/src/main/resources/META-INF/beans.xml",
        "batch-module/src/main/resources/META-INF/beans.xml",
        "web-module/src/main/webapp/WEB-INF/beans.xml"
      })
  void everyClassOfAModuleIsABean(String file) {
    assertTrue(discoversAll(Project.read(Project.file(file))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<beans/>",
        "<beans bean-discovery-mode=\"annotated\"/>",
        "<beans version=\"4.0\"/><!-- bean-discovery-mode=\"all\" -->"
      })
  void anotherModeIsFound(String text) {
    assertFalse(discoversAll(text));
  }

  private static boolean discoversAll(String text) {
    return ALL.matcher(text).find();
  }
}
