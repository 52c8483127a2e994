package org.cairn.digest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.cairn.digest.ChildWeekStore.Reader;
import org.cairn.digest.Delivery.End;
import org.cairn.digest.DigestRules.Week;
import org.cairn.digest.Letter.Mail;
import org.junit.jupiter.api.Test;

/** Letters over real SMTP, with servers that take them and servers that do not. */
class MailLineTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  private static final UUID GUARDIAN = UUID.fromString("0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10");
  private static final Week WEEK =
      new Week(
          MONDAY, Instant.parse("2026-02-27T22:00:00Z"), Instant.parse("2026-03-06T22:00:00Z"));
  private static final ChildWeek DALE =
      new ChildWeek(UUID.randomUUID(), "Dale <b>&", 1, 0, 4, 0, 120L, 5, List.of("First Steps"));

  @Test
  void aLetterIsTextAndTheSameAsEscapedHtmlAndNamesItselfForEver() throws Exception {
    MimeMessage got = sent(letter("en"));
    assertEquals("Your weekly digest", got.getSubject());
    assertEquals("District <digest@cairn.example>", got.getFrom()[0].toString());
    assertEquals(
        "<digest.2026-03-02." + GUARDIAN + ".a-district@cairn.example>", got.getMessageID());
    assertArrayEquals(new String[] {"auto-generated"}, got.getHeader("Auto-Submitted"));
    assertArrayEquals(
        new String[] {"<mailto:digest@cairn.example?subject=unsubscribe>"},
        got.getHeader("List-Unsubscribe"));
    MimeMultipart parts = (MimeMultipart) got.getContent();
    assertTrue(parts.getContentType().startsWith("multipart/alternative"));
    String text = parts.getBodyPart(0).getContent().toString();
    String html = parts.getBodyPart(1).getContent().toString();
    assertTrue(parts.getBodyPart(1).getContentType().startsWith("text/html"));
    for (String line :
        List.of(
            "Journeys begun: 1",
            "Lessons completed: 4",
            "XP earned: 120",
            "School days in a row: 5",
            "Achievements: First Steps",
            "February 27, 2026",
            "March 6, 2026")) {
      assertTrue(text.contains(line), text);
      assertTrue(html.contains(line), html);
    }
    assertFalse(text.contains("Journeys completed"), text);
    assertTrue(text.contains("Dale <b>&"));
    assertTrue(html.contains("<h2>Dale &lt;b&gt;&amp;</h2>"), html);
    assertFalse(html.contains("<b>"), html);
  }

  @Test
  void aLetterIsWrittenInTheReadersLanguage() throws Exception {
    MimeMessage got = sent(letter("es"));
    assertEquals("Su resumen semanal", got.getSubject());
    assertArrayEquals(new String[] {"es"}, got.getContentLanguage());
    String text = ((MimeMultipart) got.getContent()).getBodyPart(0).getContent().toString();
    assertTrue(text.contains("Días de clase seguidos: 5"), text);
    assertTrue(text.contains("27 de febrero de 2026"), text);
  }

  @Test
  void severalLettersGoOverOneLine() throws Exception {
    try (TestSmtp server = new TestSmtp("", "");
        MailLine line = line(server.port())) {
      assertEquals(End.SENT, line.send(letter("en")).end());
      assertEquals(End.SENT, line.send(letter("en")).end());
      assertEquals(1, server.heard().stream().filter("EHLO"::equals).count());
    }
  }

  @Test
  void whatAServerRefusesPutsOffOrLeavesUnclearIsToldApartByItsCode() throws Exception {
    assertEquals(new Delivery(End.REFUSED, "550"), answered("RCPT", "550 5.1.1 <a@b> unknown"));
    assertEquals(new Delivery(End.PUT_OFF, "451"), answered("RCPT", "451 4.7.1 later"));
    assertEquals(new Delivery(End.REFUSED, "554"), answered(".", "554 5.7.1 spam"));
    assertEquals(new Delivery(End.PUT_OFF, "452"), answered(".", "452 4.3.1 full"));
    assertEquals(new Delivery(End.UNREACHABLE, "553"), answered("MAIL", "553 not you"));
    assertEquals(new Delivery(End.UNREACHABLE, "530"), answered("MAIL", "530 5.7.0 who are you"));
    assertEquals(new Delivery(End.UNREACHABLE, "554"), answered("MAIL", "554 5.7.1 not you"));
    assertEquals(new Delivery(End.UNREACHABLE, "451"), answered("MAIL", "451 4.7.1 later"));
    assertEquals(new Delivery(End.UNREACHABLE, "421"), answered("RCPT", "421 4.3.2 closing"));
    assertEquals(new Delivery(End.UNCLEAR, null), answered(".", ""));
  }

  @Test
  void aServerThatIsNotThereHasSentNothing() throws Exception {
    TestSmtp server = new TestSmtp("", "");
    server.close();
    try (MailLine line = line(server.port())) {
      assertEquals(new Delivery(End.UNREACHABLE, null), line.send(letter("en")));
    }
  }

  @Test
  void anAddressThatIsNoneIsRefusedBeforeAnybodyIsAsked() throws Exception {
    try (TestSmtp server = new TestSmtp("", "");
        MailLine line = line(server.port())) {
      for (String address : List.of("nobody", "a@b\r\nBcc: c@d", "a@b.example, c@d.example")) {
        assertEquals(
            new Delivery(End.REFUSED, "ADDRESS"), line.send(letter("en", address)), address);
      }
      assertEquals(List.of(), server.heard());
    }
  }

  @Test
  void aSenderThatIsNoAddressIsNobodyElsesFault() throws Exception {
    try (TestSmtp server = new TestSmtp("", "");
        MailLine line = new MailLine(session(server.port()), "A District <digest>", "x", null)) {
      assertEquals(new Delivery(End.UNREACHABLE, "SENDER"), line.send(letter("en")));
    }
  }

  @Test
  void aLetterTellsALogNothing() {
    assertEquals("Letter[2026-03-02, " + GUARDIAN + "]", letter("en").toString());
  }

  private static Delivery answered(String command, String answer) throws Exception {
    try (TestSmtp server = new TestSmtp(command, answer);
        MailLine line = line(server.port())) {
      return line.send(letter("en"));
    }
  }

  private static MimeMessage sent(Letter letter) throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try (MailLine line = line(server.getSmtp().getPort())) {
      assertEquals(Delivery.SENT, line.send(letter));
      assertEquals(1, server.getReceivedMessages().length);
      MimeMessage got = server.getReceivedMessages()[0];
      assertEquals("parent@home.example", GreenMailUtil.getAddressList(got.getAllRecipients()));
      return got;
    } finally {
      server.stop();
    }
  }

  private static Letter letter(String language) {
    return letter(language, "parent@home.example");
  }

  private static Letter letter(String language, String address) {
    Mail mail =
        new LetterText()
            .write(
                MONDAY + "." + GUARDIAN + ".a-district",
                Instant.parse("2026-03-06T22:00:03Z"),
                new Reader(address, language),
                WEEK,
                ZoneId.of("America/Chicago"),
                List.of(DALE));
    return new Letter(MONDAY, GUARDIAN, mail);
  }

  private static MailLine line(int port) {
    return new MailLine(
        session(port),
        "District <digest@cairn.example>",
        "mailto:digest@cairn.example?subject=unsubscribe",
        null);
  }

  private static Session session(int port) {
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(port));
    properties.put("mail.smtp.timeout", "5000");
    return Session.getInstance(properties);
  }
}
