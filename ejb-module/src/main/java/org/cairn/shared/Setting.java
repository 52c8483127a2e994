package org.cairn.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an installation: a system property, else the environment variable of the same name in
 * capitals with underscores ({@code cairn.config} and {@code CAIRN_CONFIG}). {@code
 * config/README.md} lists them all.
 */
public final class Setting {

  private Setting() {}

  /** The value as the installation set it, or the default. */
  public static String of(String name, String otherwise) {
    String value = orNull(name);
    return value == null ? otherwise : value;
  }

  /** The value as the installation set it, if it did. */
  public static @Nullable String orNull(String name) {
    String property = System.getProperty(name);
    if (property != null && !property.isBlank()) {
      return property;
    }
    String variable = System.getenv(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
    return variable == null || variable.isBlank() ? null : variable;
  }
}
