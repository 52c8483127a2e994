package org.cairn.launcher;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Passwords made up on first use and kept in one private file, so that none is in the sources. */
public final class Secrets {

  private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 16;

  private final PrivateFile file;
  private final Properties known = new Properties();
  private final SecureRandom random = new SecureRandom();

  public Secrets(Home home) {
    this.file = home.privateFile("secrets.properties");
    try {
      known.load(new StringReader(file.read().orElse("")));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The secret of that name: always the same until the file is deleted. */
  public String of(String name) {
    String secret = known.getProperty(name);
    if (secret == null) {
      secret = invent();
      known.setProperty(name, secret);
      file.write(text());
    }
    return secret;
  }

  private String invent() {
    return random
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  private String text() {
    return new TreeSet<>(known.stringPropertyNames())
        .stream()
            .map(name -> name + "=" + known.getProperty(name) + "\n")
            .collect(Collectors.joining());
  }
}
