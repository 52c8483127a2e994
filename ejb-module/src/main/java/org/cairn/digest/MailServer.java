package org.cairn.digest;

import jakarta.mail.Session;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.cairn.shared.Setting;
import org.jspecify.annotations.Nullable;

/** The mail server of the installation, if it has one: {@code cairn.mail.host} names it. */
public final class MailServer {

  private static final String PATIENCE_MILLIS = "20000";
  private static final Set<String> TLS = Set.of("starttls", "tls", "none");

  private MailServer() {}

  /** Whether mails can be sent. */
  public static boolean isConfigured() {
    return Setting.orNull("cairn.mail.host") != null;
  }

  /** A line to it, for one thread. It connects at the first letter. */
  public static MailLine open() {
    return new MailLine(session(), from(), unsubscribe(), Setting.orNull("cairn.mail.password"));
  }

  /** Where to turn to for no more mails: an address of a page, or {@code mailto:}. */
  static String unsubscribe() {
    String address = from().replaceFirst("(?s)^.*<(.*)>\\s*$", "$1");
    return Setting.of("cairn.mail.unsubscribe", "mailto:" + address + "?subject=unsubscribe");
  }

  private static String from() {
    return Setting.of("cairn.mail.from", "cairn@localhost");
  }

  private static Session session() {
    Properties properties = new Properties();
    String user = Setting.orNull("cairn.mail.user");
    properties.put("mail.transport.protocol", "smtp");
    put(properties, "host", Setting.orNull("cairn.mail.host"));
    put(properties, "port", Setting.of("cairn.mail.port", "587"));
    put(properties, "user", user);
    put(properties, "auth", Boolean.toString(user != null));
    String tls = Setting.of("cairn.mail.tls", "starttls").toLowerCase(Locale.ROOT);
    if (!TLS.contains(tls)) {
      throw new IllegalStateException("cairn.mail.tls is starttls, tls or none");
    }
    put(properties, "starttls.enable", Boolean.toString(!tls.equals("tls")));
    put(properties, "starttls.required", Boolean.toString(tls.equals("starttls")));
    put(properties, "ssl.enable", Boolean.toString(tls.equals("tls")));
    put(properties, "ssl.checkserveridentity", "true");
    put(properties, "connectiontimeout", PATIENCE_MILLIS);
    put(properties, "timeout", PATIENCE_MILLIS);
    put(properties, "writetimeout", PATIENCE_MILLIS);
    return Session.getInstance(properties);
  }

  private static void put(Properties properties, String name, @Nullable String value) {
    if (value != null) {
      properties.put("mail.smtp." + name, value);
    }
  }
}
