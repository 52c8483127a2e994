package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.launcher.Ports;

/** A mail server that takes everything and shows it. */
public final class PostOffice implements AutoCloseable {

  private final GreenMail server =
      new GreenMail(
          new ServerSetup(new Ports().from(13025), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  public PostOffice() {
    server.start();
  }

  /** Lets nobody in until {@link #open}. */
  public void shut() {
    server.stop();
  }

  public void open() {
    server.start();
  }

  /** Options of a Cairn that sends its mails here. */
  public String settings() {
    return " -Dcairn.mail.host=127.0.0.1 -Dcairn.mail.port="
        + server.getSmtp().getServerSetup().getPort()
        + " -Dcairn.mail.tls=none -Dcairn.mail.from=digest@cairn.example";
  }

  public int mails() {
    return server.getReceivedMessages().length;
  }

  /** How many have an id with such a part. */
  public long mails(String partOfId) throws MessagingException {
    long number = 0;
    for (MimeMessage mail : server.getReceivedMessages()) {
      number += mail.getMessageID().contains(partOfId) ? 1 : 0;
    }
    return number;
  }

  /** All mails to an address. */
  public List<MimeMessage> to(String address) throws MessagingException {
    List<MimeMessage> found = new ArrayList<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      if (Arrays.toString(mail.getAllRecipients()).equals("[" + address + "]")) {
        found.add(mail);
      }
    }
    return found;
  }

  /** Each mail's id is of a guardian and a week of a district. */
  public void assertNobodyGotTwo(String partOfId) throws MessagingException {
    List<String> ids = new ArrayList<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      if (mail.getMessageID().contains(partOfId)) {
        ids.add(mail.getMessageID());
      }
    }
    Map<String, Long> times =
        ids.stream()
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    times.values().removeIf(number -> number == 1);
    assertEquals(Map.of(), times);
  }

  @Override
  public void close() {
    server.stop();
  }
}
