package org.cairn.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void needNothing() {
    Settings settings = Settings.of(Map.of());
    assertEquals(8080, settings.httpPort());
    assertTrue(settings.database().isEmpty());
    assertTrue(settings.issuer().isEmpty());
  }

  @Test
  void takeAnIssuerWithOrWithoutASlash() {
    assertEquals(
        "https://login.example.org/realms/cairn",
        Settings.of(Map.of("OIDC_ISSUER", "https://login.example.org/realms/cairn/"))
            .issuer()
            .orElseThrow());
  }

  @Test
  void nameThePasswordThatIsMissing() {
    Map<String, String> environment =
        Map.of("DB_URL", "jdbc:postgresql://localhost/cairn", "DB_OWNER_PASSWORD", "secret");
    LaunchFailure failure = assertThrows(LaunchFailure.class, () -> Settings.of(environment));
    assertTrue(failure.getMessage().contains("DB_APP_PASSWORD"), failure::getMessage);
  }

  @Test
  void refuseWhatIsNoPort() {
    assertThrows(LaunchFailure.class, () -> Settings.of(Map.of("CAIRN_HTTP_PORT", "http")));
    assertThrows(LaunchFailure.class, () -> Settings.of(Map.of("CAIRN_HTTP_PORT", "0")));
  }
}
