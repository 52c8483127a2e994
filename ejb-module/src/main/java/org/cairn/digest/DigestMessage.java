package org.cairn.digest;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.cairn.digest.Letter.Mail;

/** A letter as it travels: its id is the row's, so that whoever gets it twice can tell. */
final class DigestMessage extends MimeMessage {

  private static final String UTF8 = StandardCharsets.UTF_8.name();

  private final String id;

  private DigestMessage(Session session, String id) {
    super(session);
    this.id = id;
  }

  static DigestMessage of(
      Session session, Mail mail, InternetAddress to, String from, String unsubscribe)
      throws MessagingException {
    InternetAddress sender = new InternetAddress(from, true);
    String domain = sender.getAddress().replaceFirst("^.*@", "");
    DigestMessage message =
        new DigestMessage(session, "<digest." + mail.key() + "@" + domain + ">");
    message.setFrom(sender);
    message.setRecipient(Message.RecipientType.TO, to);
    message.setSubject(mail.subject(), UTF8);
    message.setHeader(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.writtenAt().atOffset(ZoneOffset.UTC)));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
    message.setContentLanguage(new String[] {mail.language()});
    message.setContent(alternatives(mail));
    message.saveChanges();
    return message;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  private static MimeMultipart alternatives(Mail mail) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), UTF8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), UTF8, "html");
    return new MimeMultipart("alternative", text, html);
  }
}
