package org.cairn.launcher;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code ./cairn run}: starts what is needed, and stays until it is stopped. */
final class Run implements CairnCommand {

  private static final long PAUSE = 500;

  private final Servers servers = new Servers();
  private final Progress progress = new Progress();
  private final Http http = new Http();

  @Override
  public void run(Home home, List<String> arguments) throws Exception {
    Settings settings = Settings.of(System.getenv());
    settings.database().ifPresent(Database::check);
    if (settings.issuer().isPresent()) {
      Issuer.discover(settings.issuer().get(), http);
    }
    home.create();
    servers.start(() -> RunLock.take(home));
    Orphans orphans = new Orphans(home);
    orphans.end();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(home, orphans), "stop"));
    unlessStopped(
        () -> {
          Started started = new Starting(home, settings, servers, orphans, progress, http).start();
          RunFile.of(home).write(started.run().json());
          System.out.println(started.welcome());
          stay(started);
          return started;
        });
  }

  private void stop(Home home, Orphans orphans) {
    RunFile.of(home).delete();
    servers.close();
    orphans.forget();
  }

  /** What goes wrong because Cairn is being stopped is no failure to report. */
  private void unlessStopped(Callable<Started> work) throws Exception {
    try {
      work.call();
    } catch (Exception failure) {
      while (servers.isClosing()) {
        Thread.sleep(PAUSE);
      }
      throw failure;
    }
  }

  private void stay(Started started) throws InterruptedException {
    while (true) {
      Optional<String> ended = started.ended();
      if (ended.isPresent()) {
        throw new LaunchFailure(ended.get() + " ended; see .cairn/run/logs");
      }
      Thread.sleep(PAUSE);
    }
  }
}
