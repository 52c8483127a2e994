package org.cairn.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cairn.system.RunningCairn;

/** A learner's tablet: storage and cookies of its own, and tabs that share them. */
final class Device {

  static final String PROGRESS = "**/api/v1/learning/progress**";

  private final BrowserContext context;
  private final List<Request> requests = new ArrayList<>();

  Device(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(15_000);
    context.onRequest(requests::add);
  }

  /** Opens the demo page. */
  Tab open() {
    Tab tab = new Tab(context.newPage());
    tab.visit();
    return tab;
  }

  void goOffline() {
    context.setOffline(true);
  }

  void goOnline() {
    context.setOffline(false);
  }

  /** To be called before a page is opened whose clock will be stopped. */
  void takeTheClock() {
    context.clock().install();
  }

  /** From now on no time passes but by {@link #passMillis}. */
  void stopTheClock(Tab tab) {
    context.clock().pauseAt(tab.read("Date.now() + 1000").asLong());
  }

  void passMillis(long millis) {
    context.clock().fastForward(millis);
  }

  /** Has each request about progress handled by that. */
  void intercept(Consumer<Route> handler) {
    context.route(PROGRESS, handler);
  }

  void interceptNoMore() {
    context.unroute(PROGRESS);
  }

  /** Requests to the API, with that method. */
  List<Request> calls(String method) {
    String api = RunningCairn.get().baseUrl() + "/api/";
    return requests.stream()
        .filter(request -> request.url().startsWith(api) && request.method().equals(method))
        .toList();
  }

  void close() {
    context.close();
  }
}
