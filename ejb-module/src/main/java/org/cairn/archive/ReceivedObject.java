package org.cairn.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;

/**
 * An object that an author hands in, in a temporary file, checked as far as its form goes. To be
 * closed, which removes the file.
 */
public final class ReceivedObject implements Closeable {

  private final Path file;
  private final String mediaType;
  private final long size;
  private final String sha256;

  private ReceivedObject(Path file, String mediaType, long size, String sha256) {
    this.file = file;
    this.mediaType = mediaType;
    this.size = size;
    this.sha256 = sha256;
  }

  /**
   * Takes an object from outside.
   *
   * @param mediaType as it was declared
   * @throws ProblemException {@code BODY_TOO_LARGE} above the container's limit, {@code
   *     OBJECT_TYPE_REFUSED} for a type that the container does not take or that the bytes are not
   */
  public static ReceivedObject receive(Container container, String mediaType, InputStream body) {
    String plain = accepted(container, mediaType);
    try {
      Path file = Files.createTempFile("cairn-object-", ".tmp");
      try {
        return spooled(file, container, plain, body);
      } catch (RuntimeException | IOException e) {
        Files.delete(file);
        throw e;
      }
    } catch (IOException e) {
      throw StorageOutage.unavailable(e);
    }
  }

  /**
   * The type without its parameters.
   *
   * @throws ProblemException {@code OBJECT_TYPE_REFUSED} for a type that the container does not
   *     take
   */
  static String accepted(Container container, String mediaType) {
    String plain = MediaRules.plain(mediaType);
    if (!container.mediaTypes().contains(plain)) {
      throw refused(
          "one of " + String.join(", ", container.mediaTypes().stream().sorted().toList()));
    }
    return plain;
  }

  private static ReceivedObject spooled(
      Path file, Container container, String mediaType, InputStream body) throws IOException {
    MeasuredOutput measured = new MeasuredOutput(Files.newOutputStream(file));
    try (measured) {
      new PartStream(body, container.limit() + 1).transferTo(measured);
    }
    if (measured.size() > container.limit()) {
      throw CommonProblem.BODY_TOO_LARGE.with(
          "An object of " + container.id() + " has at most " + container.limit() + " bytes.");
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      if (!MediaRules.fits(mediaType, bytes.readNBytes(MediaRules.HEAD))) {
        throw refused("the type that the bytes are of");
      }
    }
    return new ReceivedObject(file, mediaType, measured.size(), measured.sha256());
  }

  String mediaType() {
    return mediaType;
  }

  long size() {
    return size;
  }

  String sha256() {
    return sha256;
  }

  void writeTo(OutputStream out) throws IOException {
    Files.copy(file, out);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemException refused(String expected) {
    return ArchiveProblem.OBJECT_TYPE_REFUSED.with(
        "Nothing was stored.", new FieldError("Content-Type", expected));
  }
}
