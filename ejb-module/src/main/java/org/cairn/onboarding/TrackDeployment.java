package org.cairn.onboarding;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.caller.Tenants;
import org.cairn.shared.Setting;

/** Aligns the shared tracks when Cairn is deployed, again every few seconds until it succeeds. */
@Startup
@Singleton
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrackDeployment {

  private static final Logger LOG = Logger.getLogger(TrackDeployment.class.getName());
  private static final long RETRY_MILLIS = 5_000;

  @Resource private TimerService timers;
  @EJB private TrackAlignment alignment;
  @Inject private AlignedTracks aligned;

  @PostConstruct
  void begin() {
    timers.createSingleActionTimer(1, new TimerConfig(null, false));
  }

  @Timeout
  void align() {
    Path folder = Path.of(Setting.of("cairn.config", "config"), "tracks");
    try (Callers.Binding job = Callers.bind(Caller.job(Tenants.SHARED, "track-alignment"))) {
      AlignmentView done = alignment.align(folder);
      done.refused().forEach(line -> LOG.warning("Track refused: " + line));
      LOG.info(
          () ->
              "Tracks aligned: created %d, changed %d, unchanged %d, retired %d, refused %d"
                  .formatted(
                      done.created().size(),
                      done.changed().size(),
                      done.unchanged(),
                      done.retired(),
                      done.refused().size()));
      aligned.succeed();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Tracks not aligned; trying again", e);
      timers.createSingleActionTimer(RETRY_MILLIS, new TimerConfig(null, false));
    }
  }
}
