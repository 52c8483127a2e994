package org.cairn.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.system.Client;
import org.cairn.system.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that shows the client, and how its files are served. */
class DemoPageIT extends BrowserTest {

  @Test
  void showsWhatWasDoneAndHowItsSyncFares() {
    Tab tab = device().open();
    Page page = tab.page();
    assertTrue(page.getByRole(AriaRole.STATUS).textContent().startsWith("Guest"));
    tab.click("Pass with 90");
    assertTrue(page.locator("#lessons").textContent().contains("demo-fractions"));
    assertTrue(page.locator("#events").textContent().contains("guest"));
    tab.loginAndSync(Person.TYRONE_DYER);
    assertTrue(page.locator("#status").textContent().startsWith("synced, 0 to send"));
    assertTrue(page.locator("#lessons").textContent().contains("passed"));
    tab.click("Reset progress");
    assertEquals("", page.locator("#lessons").textContent());
  }

  @Test
  void runsUnderItsStrictPolicyWithoutAComplaint() {
    Tab tab = device().open();
    tab.loginAndSync(Person.TYRONE_DYER);
    tab.visit();
    tab.await("progress.state.userId");
    tab.awaitSynced();
    tab.logout();
    assertEquals(
        List.of(),
        tab.messages().stream()
            .filter(text -> text.contains("Content Security Policy") || text.contains("page error"))
            .toList());
    String policy = header("/demo/sync/", "Content-Security-Policy");
    assertTrue(
        policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
  }

  @Test
  void everyFileOfItIsServedAsWhatItIs() {
    Page page = device().open().page();
    List<Response> answers = new ArrayList<>();
    page.onResponse(answers::add);
    page.reload();
    page.waitForLoadState();
    assertTrue(answers.size() > 10, answers::toString);
    Map<String, String> types =
        Map.of(".js", "javascript", ".css", "text/css", ".html", "text/html");
    for (Response answer : List.copyOf(answers)) {
      String path = URI.create(answer.url()).getPath();
      types.forEach(
          (suffix, type) -> {
            if (path.endsWith(suffix)) {
              assertTrue(answer.headerValue("content-type").contains(type), path);
            }
          });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/demo/sync/, no-cache",
    "/progress-sync/client.js, no-cache",
    "/client-settings, no-cache"
  })
  void whatMayChangeIsAskedForAgain(String path, String caching) {
    assertEquals(caching, header(path, "Cache-Control"));
  }

  @Test
  void librariesAreKeptSinceTheirAddressHasTheirVersion() {
    String page = server().asNobody().get("/demo/sync/").text();
    Matcher library = Pattern.compile("\\.\\./\\.\\.(/webjars/[^\"]+)").matcher(page);
    assertTrue(library.find(), page);
    assertEquals("public, max-age=31536000, immutable", header(library.group(1), "Cache-Control"));
  }

  @Test
  void pagesAreToldWhereToLogIn() {
    Client.Answer answer = server().asNobody().get("/client-settings");
    assertEquals(200, answer.status());
    assertEquals(server().issuer().address(), answer.body().path("issuer").asText());
    assertEquals("cairn-web", answer.body().path("clientId").asText());
    assertEquals(2, answer.body().size());
  }

  private static String header(String path, String name) {
    return server().asNobody().get(path).headers().firstValue(name).orElse("");
  }
}
