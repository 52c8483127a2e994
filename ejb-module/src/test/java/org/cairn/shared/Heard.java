package org.cairn.shared;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** A CDI event outside a container, which one listener hears. */
public final class Heard {

  private Heard() {}

  /** An event that tells the listener what is fired. */
  public static Object by(Consumer<Object> listener) {
    return Proxy.newProxyInstance(
        Heard.class.getClassLoader(),
        new Class<?>[] {Event.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("fire")) {
            listener.accept(arguments[0]);
          }
          return null;
        });
  }
}
