package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KilledJobTest {

  /** Tests run in their module's folder. */
  private static final Path JOBS =
      Path.of("..", "batch-module", "src", "main", "resources", "META-INF", "batch-jobs");

  @Test
  void everyJobIsKilledOrHasAReason() throws Exception {
    Set<String> told = new TreeSet<>(KilledJob.OTHERS.keySet());
    KilledJob.ALL.forEach(job -> told.add(job.name()));
    try (Stream<Path> files = Files.list(JOBS)) {
      Set<String> jobs =
          files
              .map(file -> file.getFileName().toString().replace(".xml", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(jobs, told);
    }
  }
}
