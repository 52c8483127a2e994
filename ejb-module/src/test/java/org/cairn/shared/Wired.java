package org.cairn.shared;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Builds a boundary or a store with all that it asks for, as the container does, from a few given
 * objects: in store tests the {@code TenantSql} of the transaction and a clock.
 */
public final class Wired {

  private final Map<Class<?>, Object> known = new HashMap<>();

  private Wired() {}

  /**
   * A new object of the type; what is given is used wherever its class or interface fits, and
   * domain events that nobody is given for are heard by nobody.
   */
  public static <T> T of(Class<T> type, Object... given) {
    Wired wired = new Wired();
    for (Object object : given) {
      wired.known.put(object.getClass(), object);
    }
    return type.cast(wired.get(type));
  }

  private Object get(Class<?> type) {
    for (Map.Entry<Class<?>, Object> entry : known.entrySet()) {
      if (type.isAssignableFrom(entry.getKey())) {
        return entry.getValue();
      }
    }
    if (type == Event.class) {
      return NobodyListens.event();
    }
    if (type.isInterface()) {
      return absent(type);
    }
    try {
      Object made = make(type);
      known.put(type, made);
      return made;
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(type + " cannot be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  /** What nobody is given for can be asked for, and not used. */
  private static Object absent(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          throw new IllegalStateException("The test gives no " + type.getSimpleName());
        });
  }

  private Object make(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(each -> each.isAnnotationPresent(Inject.class))
            .findFirst()
            .orElse(null);
    if (constructor == null) {
      constructor = type.getDeclaredConstructor();
    }
    constructor.setAccessible(true);
    Object[] arguments = Arrays.stream(constructor.getParameterTypes()).map(this::get).toArray();
    Object made = constructor.newInstance(arguments);
    for (Field field : type.getDeclaredFields()) {
      if (field.isAnnotationPresent(Inject.class)) {
        field.setAccessible(true);
        field.set(made, get(field.getType()));
      }
    }
    return made;
  }
}
