package org.cairn.batch.onboarding;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.file.Path;
import java.util.logging.Logger;
import org.cairn.batch.jobs.TenantStep;
import org.cairn.caller.Callers;
import org.cairn.caller.Tenants;
import org.cairn.definitions.AlignmentView;
import org.cairn.definitions.DefinitionAlignment;
import org.cairn.shared.Setting;

/** Aligns the definitions of every kind; a district has no files. */
@Named
@Dependent
public class CatalogAligning extends TenantStep {

  private static final Logger LOG = Logger.getLogger(CatalogAligning.class.getName());

  @Inject @Any private Instance<DefinitionAlignment> alignments;

  @Override
  protected void take() {
    if (Callers.current().tenant().equals(Tenants.SHARED)) {
      Path config = Path.of(Setting.of("cairn.config", "config"));
      for (DefinitionAlignment alignment : alignments) {
        AlignmentView done = alignment.align(config);
        done.refused().forEach(line -> LOG.warning("Refused of " + done.kind() + ": " + line));
      }
    }
  }
}
