package org.cairn.caller;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Binds a caller to the thread that works for it: a request from its first filter to its last, a
 * job's artifact for one call. Every line that the thread logs meanwhile carries the tenant and the
 * subject: ids that tell a person to nobody but the district.
 */
public final class Callers {

  private static final String TENANT = "tenant";
  private static final String SUBJECT = "caller";

  private static final ThreadLocal<@Nullable Caller> CURRENT = new ThreadLocal<>();

  private Callers() {}

  /**
   * The caller that this thread works for.
   *
   * @throws IllegalStateException when nobody is bound: a door forgot it
   */
  public static Caller current() {
    Caller caller = CURRENT.get();
    if (caller == null) {
      throw new IllegalStateException("No caller is bound to this thread");
    }
    return caller;
  }

  /** The bound caller's tenant, or {@code null} where nobody is bound. */
  static @Nullable String tenant() {
    Caller caller = CURRENT.get();
    return caller == null ? null : caller.tenant();
  }

  /**
   * Binds the caller until the answer is closed.
   *
   * @throws IllegalStateException when a caller is bound already
   */
  public static Binding bind(Caller caller) {
    if (CURRENT.get() != null) {
      throw new IllegalStateException("A caller is bound to this thread already");
    }
    CURRENT.set(caller);
    MDC.put(TENANT, caller.tenant());
    MDC.put(SUBJECT, caller.subject());
    return Callers::unbind;
  }

  private static void unbind() {
    CURRENT.remove();
    MDC.remove(TENANT);
    MDC.remove(SUBJECT);
  }

  /** Ends what {@link #bind} began. */
  @FunctionalInterface
  public interface Binding extends AutoCloseable {
    @Override
    void close();
  }
}
