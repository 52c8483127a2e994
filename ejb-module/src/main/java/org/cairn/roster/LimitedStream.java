package org.cairn.roster;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.cairn.shared.ProblemException;

/** Lets a number of bytes through and refuses the rest. */
final class LimitedStream extends FilterInputStream {

  private final Supplier<ProblemException> refusal;
  private long left;

  LimitedStream(InputStream in, long most, Supplier<ProblemException> refusal) {
    super(in);
    this.left = most;
    this.refusal = refusal;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(read);
    return read;
  }

  private void count(int read) {
    left -= Math.max(0, read);
    if (left < 0) {
      throw refusal.get();
    }
  }
}
