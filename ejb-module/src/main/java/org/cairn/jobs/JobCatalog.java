package org.cairn.jobs;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** All jobs of this version, as their definitions say. */
@Singleton
class JobCatalog {

  private final TreeMap<String, JobDefinition> definitions = new TreeMap<>();

  @Inject
  JobCatalog(@Any Instance<JobDefinition> produced) {
    produced.forEach(this::add);
  }

  /** For tests, which have no container. */
  JobCatalog(Collection<JobDefinition> definitions) {
    definitions.forEach(this::add);
  }

  /** By name. */
  List<JobDefinition> all() {
    return List.copyOf(definitions.values());
  }

  Optional<JobDefinition> find(String name) {
    return Optional.ofNullable(definitions.get(name));
  }

  /**
   * The job of that name.
   *
   * @throws org.cairn.shared.ProblemException {@code JOB_NOT_FOUND}
   */
  JobDefinition get(String name) {
    return find(name)
        .orElseThrow(
            () -> JobProblem.JOB_NOT_FOUND.with("No job of this installation is called so."));
  }

  private void add(JobDefinition definition) {
    if (definitions.put(definition.name(), definition) != null) {
      throw new IllegalStateException("Two jobs are called " + definition.name());
    }
  }
}
