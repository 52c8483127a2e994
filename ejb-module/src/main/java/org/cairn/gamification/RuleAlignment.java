package org.cairn.gamification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.definitions.AlignmentView;
import org.cairn.definitions.DefinitionAlignment;
import org.cairn.definitions.DefinitionFile;
import org.cairn.definitions.DefinitionFiles;

/**
 * Brings the shared rules in the database in line with the file. The first version holds from the
 * beginning of time, a changed one from a few minutes after its deployment.
 */
@Stateless
@LocalBean
@RolesAllowed(Roles.SYSTEM)
public class RuleAlignment implements DefinitionAlignment {

  static final String FOLDER = "rules";
  static final String SCHEMA = "rules.schema.json";

  @Inject private RuleStore store;
  @Inject private Clock clock;

  @Override
  public AlignmentView align(Path config) {
    DefinitionFiles.Found found = new DefinitionFiles(config.resolve(FOLDER), SCHEMA).read();
    List<String> refused = new ArrayList<>(found.refused());
    List<String> created = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    int unchanged = 0;
    for (DefinitionFile file : found.files()) {
      List<String> faults = faults(file, found.files().get(0));
      refused.addAll(faults);
      if (!faults.isEmpty()) {
        continue;
      }
      StoredRuleSet latest = store.readable().stream().findFirst().orElse(null);
      if (latest != null && latest.hash().equals(DefinitionFiles.hash(file.spec()))) {
        unchanged++;
      } else {
        (latest == null ? created : changed).add(add(file, latest));
      }
    }
    return new AlignmentView("rules", created, changed, unchanged, 0, refused);
  }

  private static List<String> faults(DefinitionFile file, DefinitionFile first) {
    if (!file.name().equals(first.name())) {
      return List.of(file.fault("", "the rules are in " + first.name() + " already"));
    }
    return RuleReader.errors(file.spec()).stream()
        .map(error -> file.fault(error.field(), error.message()))
        .toList();
  }

  private String add(DefinitionFile file, @org.jspecify.annotations.Nullable StoredRuleSet latest) {
    Instant now = clock.instant();
    String by = Callers.current().subject();
    StoredRuleSet added =
        new StoredRuleSet(
            Callers.current().tenant(),
            latest == null ? 1 : latest.number() + 1,
            file.spec(),
            DefinitionFiles.hash(file.spec()),
            now,
            by);
    if (store.add(added.number(), added.spec(), added.hash(), by, now)) {
      store.start(added, latest == null ? Instant.EPOCH : now.plus(RuleCatalog.NOTICE), by, now);
    }
    return added.name();
  }
}
