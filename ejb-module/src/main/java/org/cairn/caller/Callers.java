package org.cairn.caller;

import org.jspecify.annotations.Nullable;

/**
 * Binds a caller to the thread that works for it: a request from its first filter to its last, a
 * job's artifact for one call.
 */
public final class Callers {

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
    return CURRENT::remove;
  }

  /** Ends what {@link #bind} began. */
  @FunctionalInterface
  public interface Binding extends AutoCloseable {
    @Override
    void close();
  }
}
