package org.cairn.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Shows how a soak is going, and adds a row for each of its classes to the table at the end. */
final class SoakReport
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterAllCallback,
        TestWatcher,
        ParameterResolver {

  private static final Namespace HERE = Namespace.create(SoakReport.class);
  private static final String FAILED = "FAILED";
  private static final String SKIPPED = "skipped";

  @Override
  public void beforeAll(ExtensionContext context) {
    store(context).put(SoakRun.class, new SoakRun(nameOf(context.getRequiredTestClass())));
    run(context).say("begins");
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    run(context).say(context.getDisplayName().replaceAll("\\(.*", ""));
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    store(context).put(FAILED, FAILED);
    run(context).say("FAILED: " + cause);
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    store(context).put(SKIPPED, SKIPPED);
    run(context).say("skipped: " + cause.getMessage());
    run(context).figure("skipped", cause.getMessage());
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    boolean failed =
        context.getExecutionException().isPresent() || store(context).get(FAILED) != null;
    boolean skipped = store(context).get(SKIPPED) != null;
    String result = failed ? FAILED : skipped ? SKIPPED : "passed";
    run(context).say(result);
    Path table = Path.of(System.getProperty("cairn.root"), ".cairn/test/soak.txt");
    Files.createDirectories(table.getParent());
    Files.writeString(
        table, run(context).row(result), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SoakRun.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return run(context);
  }

  /** As the command line has it: {@code kill-server} for {@code KillServerSoak}. */
  private static String nameOf(Class<?> type) {
    return type.getSimpleName()
        .replaceFirst("Soak$", "")
        .replaceAll("(?<=.)(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  private static SoakRun run(ExtensionContext context) {
    return store(context).get(SoakRun.class, SoakRun.class);
  }

  /** The class's own store: methods find it through their parent. */
  private static ExtensionContext.Store store(ExtensionContext context) {
    ExtensionContext ofClass =
        context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
    return ofClass.getStore(HERE);
  }
}
