package org.cairn.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.jobs.JobDefinition.Parameter;
import org.cairn.shared.FieldError;

/** Whether a start says what its job takes. */
final class ParameterRules {

  private ParameterRules() {}

  /** All faults at once, by JSON Pointer. */
  static List<FieldError> faults(List<Parameter> taken, Map<String, String> given) {
    List<FieldError> faults = new ArrayList<>();
    for (Parameter parameter : taken) {
      String value = given.get(parameter.name());
      if (value != null) {
        parameter.type().objection(value).ifPresent(e -> faults.add(fault(parameter.name(), e)));
      } else if (parameter.required()) {
        faults.add(fault(parameter.name(), "required: " + parameter.about()));
      }
    }
    Set<String> known = taken.stream().map(Parameter::name).collect(Collectors.toSet());
    given.keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> faults.add(fault(name, "no parameter of this job")));
    return faults;
  }

  private static FieldError fault(String name, String expected) {
    return new FieldError("/parameters/" + name.replace("~", "~0").replace("/", "~1"), expected);
  }
}
