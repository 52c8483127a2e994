package org.cairn.digest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A mail server that answers as a test wants; one that behaves is GreenMail. */
final class TestSmtp implements AutoCloseable {

  private final ServerSocket socket;
  private final String command;
  private final String answer;
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  /**
   * Starts one.
   *
   * @param command that it answers otherwise: {@code RCPT}, or {@code .} for the end of a mail
   * @param answer such as {@code 550 no}; empty: it hangs up
   */
  TestSmtp(String command, String answer) throws IOException {
    this.command = command;
    this.answer = answer;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The first words of all that was said to it. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket line = socket.accept()) {
        speak(line);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void speak(Socket line) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
    OutputStream out = line.getOutputStream();
    say(out, "220 test");
    boolean inMail = false;
    for (String said = in.readLine(); said != null; said = in.readLine()) {
      if (inMail && !said.equals(".")) {
        continue;
      }
      String word = said.split(" ", 2)[0].toUpperCase(Locale.ROOT);
      heard.add(word);
      boolean ended = inMail;
      inMail = word.equals("DATA");
      if (word.equals(command)) {
        if (answer.isEmpty()) {
          return;
        }
        say(out, answer);
      } else {
        say(out, inMail ? "354 go on" : word.equals("QUIT") ? "221 bye" : "250 ok");
      }
      if (ended) {
        inMail = false;
      }
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
