package org.cairn.digest;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cairn.digest.Delivery.End;
import org.cairn.digest.Letter.Mail;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A line to the mail server, which takes one letter after the other. Nothing that is logged tells
 * an address: servers quote them.
 */
public final class MailLine implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(MailLine.class.getName());
  private static final int FOR_GOOD = 500;
  private static final int FOR_NOW = 400;
  private static final int BYE = 421;

  private final Session session;
  private final String from;
  private final String unsubscribe;
  private final @Nullable String password;
  private @Nullable Transport transport;

  MailLine(Session session, String from, String unsubscribe, @Nullable String password) {
    this.session = session;
    this.from = from;
    this.unsubscribe = unsubscribe;
    this.password = password;
  }

  /** Sends a letter, once at most. */
  public Delivery send(Letter letter) {
    Mail mail = letter.mail();
    if (mail == null) {
      return Delivery.NOTHING;
    }
    InternetAddress to;
    try {
      to = new InternetAddress(mail.to(), true);
    } catch (AddressException e) {
      return new Delivery(End.REFUSED, "ADDRESS");
    }
    try {
      return deliver(DigestMessage.of(session, mail, to, from, unsubscribe), to);
    } catch (AddressException e) {
      LOG.log(Level.WARNING, "cairn.mail.from is no address: {0}", e.getClass());
      return new Delivery(End.UNREACHABLE, "SENDER");
    } catch (MessagingException e) {
      throw new IllegalStateException("A letter cannot be written: " + e.getClass(), e);
    }
  }

  private Delivery deliver(DigestMessage message, InternetAddress to) {
    try {
      connected().sendMessage(message, new Address[] {to});
      return Delivery.SENT;
    } catch (Unconnected e) {
      return new Delivery(End.UNREACHABLE, null);
    } catch (MessagingException e) {
      close();
      return judged(e);
    }
  }

  @Override
  public void close() {
    Transport open = transport;
    transport = null;
    if (open != null) {
      try {
        open.close();
      } catch (MessagingException e) {
        LOG.log(Level.FINE, "The line to the mail server was broken already: {0}", e.getClass());
      }
    }
  }

  private Transport connected() throws Unconnected {
    Transport open = transport;
    if (open != null && open.isConnected()) {
      return open;
    }
    try {
      close();
      Transport made = session.getTransport();
      made.connect(session.getProperty("mail.smtp.user"), password);
      transport = made;
      return made;
    } catch (MessagingException e) {
      LOG.log(Level.WARNING, "The mail server cannot be reached: {0}", e.getClass());
      throw new Unconnected();
    }
  }

  /** What a server says of the sender or of itself holds for all letters. */
  private static Delivery judged(MessagingException failure) {
    int code = 0;
    for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
      if (m instanceof SMTPSenderFailedException sender) {
        LOG.log(Level.WARNING, "The mail server refuses the sender: {0}", sender.getReturnCode());
        return new Delivery(End.UNREACHABLE, Integer.toString(sender.getReturnCode()));
      }
      if (m instanceof SMTPAddressFailedException refused) {
        code = refused.getReturnCode();
      } else if (m instanceof SMTPSendFailedException refused) {
        code = refused.getReturnCode();
        if (isOfSender(refused)) {
          return new Delivery(End.UNREACHABLE, Integer.toString(code));
        }
      }
    }
    if (code == BYE) {
      return new Delivery(End.UNREACHABLE, Integer.toString(code));
    }
    if (code >= FOR_NOW) {
      return new Delivery(code >= FOR_GOOD ? End.REFUSED : End.PUT_OFF, Integer.toString(code));
    }
    return new Delivery(End.UNCLEAR, null);
  }

  /**
   * Only some codes come as a failed sender: 530 asks for a password, 552 and 554 are of it, too.
   */
  private static boolean isOfSender(SMTPSendFailedException refused) {
    String command = refused.getCommand();
    return command != null && command.startsWith("MAIL");
  }

  /** Nothing was sent. */
  private static final class Unconnected extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
