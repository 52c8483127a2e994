package org.cairn.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.enterprise.inject.Produces;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairn.architecture.fixture.jobs.Hidden;
import org.cairn.architecture.fixture.jobs.Homeless;
import org.cairn.jobs.JobDefinition;
import org.junit.jupiter.api.Test;

/** A job is a definition, a job XML of its name, and the frame's listeners in it. */
class JobsTest {

  private static final String FOLDER = "batch-module/src/main/resources/META-INF/batch-jobs";
  private static final Pattern JOB = Pattern.compile("<job\\s[^>]*\\bid=\"([^\"]+)\"");
  private static final Pattern STEP =
      Pattern.compile("<step\\s[^>]*\\bid=\"([^\"]+)\".*?</step>", Pattern.DOTALL);
  private static final Pattern SKIP_LIMIT = Pattern.compile("skip-limit=\"([^\"]*)\"");

  @Test
  void everyJobXmlIsDefinedAndEveryDefinitionHasOne() throws ReflectiveOperationException {
    Set<String> defined = defined(Code.modules().get(Code.BATCH));
    assertTrue(defined.size() >= 2, defined::toString);
    assertEquals(defined, xmls().keySet());
  }

  @Test
  void aDefinitionWithoutXmlIsFound() throws ReflectiveOperationException {
    Set<String> defined = defined(Code.around(Homeless.class));
    assertEquals(Set.of("homeless"), defined);
    assertTrue(!xmls().containsKey("homeless"));
  }

  @Test
  void everyDefinitionIsProduced() {
    assertEquals(List.of(), unproduced(Code.real()));
    assertEquals(List.of(Hidden.class.getName()), unproduced(Code.around(Hidden.class)));
  }

  @Test
  void everyJobXmlTellsTheFrame() {
    xmls().forEach((name, xml) -> assertEquals(List.of(), faults(name, xml), name));
  }

  @Test
  void aJobXmlThatTellsTheFrameNothingIsFound() {
    String xml =
        "<job id=\"other\"><step id=\"one\"><chunk skip-limit=\"9\"/></step>"
            + "<step id=\"two\"><listener ref=\"stepKeeper\"/></step></job>";
    assertEquals(
        List.of(
            "its id is another",
            "lacks the listener runKeeper",
            "step one lacks the listener stepKeeper",
            "a skip limit of its own"),
        faults("name", xml));
  }

  private static List<String> faults(String name, String xml) {
    List<String> faults = new ArrayList<>();
    Matcher job = JOB.matcher(xml);
    if (!job.find() || !job.group(1).equals(name)) {
      faults.add("its id is another");
    }
    if (!xml.contains("<listener ref=\"runKeeper\"/>")) {
      faults.add("lacks the listener runKeeper");
    }
    Matcher step = STEP.matcher(xml);
    while (step.find()) {
      if (!step.group().contains("<listener ref=\"stepKeeper\"/>")) {
        faults.add("step " + step.group(1) + " lacks the listener stepKeeper");
      }
    }
    Matcher limit = SKIP_LIMIT.matcher(xml);
    while (limit.find()) {
      if (!limit.group(1).equals("#{jobParameters['skipLimit']}")) {
        faults.add("a skip limit of its own");
      }
    }
    return faults;
  }

  private static Map<String, String> xmls() {
    return Project.files(FOLDER, ".xml").stream()
        .collect(
            Collectors.toMap(JobsTest::nameOf, Project::read, (one, other) -> one, TreeMap::new));
  }

  private static String nameOf(Path xml) {
    return xml.getFileName().toString().replace(".xml", "");
  }

  private static Set<String> defined(JavaClasses classes) throws ReflectiveOperationException {
    Set<String> names = new TreeSet<>();
    for (JavaClass type : classes) {
      for (JavaField field : type.getFields()) {
        if (isDefinition(field) && field.isAnnotatedWith(Produces.class)) {
          Field real = field.reflect();
          real.setAccessible(true);
          names.add(((JobDefinition) real.get(null)).name());
        }
      }
    }
    return names;
  }

  private static List<String> unproduced(JavaClasses classes) {
    return classes.stream()
        .filter(
            type ->
                type.getFields().stream()
                    .anyMatch(f -> isDefinition(f) && !f.isAnnotatedWith(Produces.class)))
        .map(JavaClass::getName)
        .toList();
  }

  private static boolean isDefinition(JavaField field) {
    return field.getRawType().isEquivalentTo(JobDefinition.class)
        && field.getModifiers().contains(JavaModifier.STATIC);
  }
}
