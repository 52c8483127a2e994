package org.cairn.web.shared;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cairn.audit.Origin;
import org.cairn.audit.Refusals;

/**
 * Has the audit write down who was refused for who the caller is or for whom it asked. By now the
 * refused transaction has rolled back; the answer waits until the entry is stored.
 */
@Singleton
class RefusalAuditing {

  private static final Logger LOG = Logger.getLogger(RefusalAuditing.class.getName());
  private static final int FORBIDDEN = 403;

  @Inject private Refusals refusals;

  void note(ProblemDocument document) {
    boolean withheld = Origin.current().map(Origin::isWithheld).orElse(false);
    if (document.status() != FORBIDDEN && !withheld) {
      return;
    }
    try {
      refusals.record(document.code());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "A refusal was not audited: urn:uuid:" + document.instance());
    }
  }
}
