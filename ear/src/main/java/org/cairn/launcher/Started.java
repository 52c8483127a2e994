package org.cairn.launcher;

import java.util.Optional;

/** A Cairn that is ready. */
record Started(RunFile run, Optional<Keycloak> keycloak, WildFlyServer server) {

  String welcome() {
    return new Welcome(run, keycloak.map(Keycloak::address)).text();
  }

  /** The server that should run and does not. */
  Optional<String> ended() {
    if (!server.isAlive()) {
      return Optional.of("WildFly");
    }
    return keycloak.filter(process -> !process.isAlive()).map(process -> "Keycloak");
  }
}
