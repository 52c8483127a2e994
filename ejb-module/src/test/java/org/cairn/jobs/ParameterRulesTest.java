package org.cairn.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.cairn.jobs.JobDefinition.Parameter;
import org.cairn.shared.FieldError;
import org.junit.jupiter.api.Test;

class ParameterRulesTest {

  private static final List<Parameter> TAKEN =
      List.of(
          new Parameter("since", Parameter.Type.DATE, true, "the first day"),
          new Parameter("limit", Parameter.Type.NUMBER, false, "how many"),
          new Parameter("force", Parameter.Type.FLAG, false, "whether"));

  @Test
  void whatTheJobTakesPasses() {
    assertEquals(List.of(), faults(Map.of("since", "2026-03-31", "limit", "0", "force", "true")));
    assertEquals(List.of(), faults(Map.of("since", "2026-03-31")));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertEquals(
        List.of("/parameters/since", "/parameters/limit", "/parameters/force", "/parameters/a~1b"),
        faults(Map.of("limit", "-1", "force", "yes", "a/b", "x")).stream()
            .map(FieldError::field)
            .toList());
    assertEquals("/parameters/since", faults(Map.of("since", "2026-13-01")).get(0).field());
  }

  private static List<FieldError> faults(Map<String, String> given) {
    return ParameterRules.faults(TAKEN, given);
  }
}
