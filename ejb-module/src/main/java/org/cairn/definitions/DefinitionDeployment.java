package org.cairn.definitions;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.caller.Tenants;
import org.cairn.shared.Setting;

/**
 * Aligns the shared definitions of every kind when Cairn is deployed, again every few seconds until
 * it succeeds.
 */
@Startup
@Singleton
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DefinitionDeployment {

  private static final Logger LOG = Logger.getLogger(DefinitionDeployment.class.getName());
  private static final long RETRY_MILLIS = 5_000;

  @Resource private TimerService timers;
  @Inject @Any private Instance<DefinitionAlignment> alignments;
  @Inject private AlignedDefinitions aligned;

  @PostConstruct
  void begin() {
    timers.createSingleActionTimer(1, new TimerConfig(null, false));
  }

  @Timeout
  void align() {
    Path config = Path.of(Setting.of("cairn.config", "config"));
    try (Callers.Binding job = Callers.bind(Caller.job(Tenants.SHARED, "definition-alignment"))) {
      for (DefinitionAlignment alignment : alignments) {
        AlignmentView done = alignment.align(config);
        done.refused().forEach(line -> LOG.warning("Refused of " + done.kind() + ": " + line));
        LOG.info(done::summary);
      }
      aligned.succeed();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Definitions not aligned; trying again", e);
      timers.createSingleActionTimer(RETRY_MILLIS, new TimerConfig(null, false));
    }
  }
}
