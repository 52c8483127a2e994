package org.cairn.shared;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;

/** A CDI event outside a container, which nobody observes. */
public final class NobodyListens {

  private NobodyListens() {}

  /** An event whose firing has no effect. */
  @SuppressWarnings("unchecked")
  public static <T> Event<T> event() {
    return (Event<T>)
        Proxy.newProxyInstance(
            NobodyListens.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> null);
  }
}
