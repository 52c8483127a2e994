package org.cairn.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The compiled classes that the rules judge. */
final class Code {

  static final String EJB = "ejb-module";
  static final String BATCH = "batch-module";
  static final String WEB = "web-module";

  private static final String FIXTURES = "org.cairn.architecture.fixture.";

  /** A class of each module, by which the module's place is found. */
  private static final Map<String, String> ANCHORS =
      Map.of(
          EJB, "org.cairn.shared.Problem",
          BATCH, "org.cairn.batch.roster.RosterImportJob",
          WEB, "org.cairn.web.shared.Api");

  private static final JavaClasses REAL = read(ANCHORS.values());
  private static final Map<String, JavaClasses> MODULES = new TreeMap<>();

  static {
    ANCHORS.forEach(
        (module, anchor) -> {
          String place = place(anchor).asURI().toString();
          MODULES.put(module, REAL.that(describe("come from " + place, t -> isFrom(place, t))));
        });
  }

  private Code() {}

  /** All classes of the three modules, without their tests. */
  static JavaClasses real() {
    return REAL;
  }

  /** The modules' classes, by module. */
  static Map<String, JavaClasses> modules() {
    return MODULES;
  }

  /** All classes of the rule's fixture that the given one belongs to. */
  static JavaClasses around(Class<?> fixture) {
    String inside = fixture.getPackageName().substring(FIXTURES.length());
    return new ClassFileImporter().importPackages(FIXTURES + inside.split("\\.", 2)[0]);
  }

  private static JavaClasses read(Collection<String> anchors) {
    return new ClassFileImporter().importLocations(anchors.stream().map(Code::place).toList());
  }

  private static boolean isFrom(String place, JavaClass type) {
    return type.getSource().filter(s -> s.getUri().toString().startsWith(place)).isPresent();
  }

  private static Location place(String className) {
    try {
      return Location.of(
          Class.forName(className, false, Code.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource()
              .getLocation());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("A module is missing on the class path", e);
    }
  }
}
