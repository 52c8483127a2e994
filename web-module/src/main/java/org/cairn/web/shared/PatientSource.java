package org.cairn.web.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/** Ends a request whose body keeps a thread waiting for too long. */
final class PatientSource extends AbstractStreamSourceConduit<StreamSourceConduit> {

  private final Runnable hangUp;
  private final Patience patience;
  private final long longestWait;

  PatientSource(StreamSourceConduit next, Duration grace, Runnable hangUp) {
    super(next);
    this.hangUp = hangUp;
    this.patience = new Patience(grace);
    this.longestWait = grace.toMillis();
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int read = super.read(into);
    patience.moved(read);
    return read;
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) throws IOException {
    long read = super.read(into, offset, length);
    patience.moved(read);
    return read;
  }

  @Override
  public void awaitReadable() throws IOException {
    awaitReadable(longestWait, TimeUnit.MILLISECONDS);
  }

  @Override
  public void awaitReadable(long time, TimeUnit unit) throws IOException {
    long start = System.nanoTime();
    super.awaitReadable(Math.min(unit.toMillis(time), longestWait), TimeUnit.MILLISECONDS);
    if (patience.isOverAfter(System.nanoTime() - start)) {
      hangUp.run();
      throw new IOException("A body came too slowly");
    }
  }
}
