package org.cairn.web.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** Ends an answer whose reader keeps a thread waiting for too long. */
final class PatientSink extends AbstractStreamSinkConduit<StreamSinkConduit> {

  private final Runnable hangUp;
  private final Patience patience;
  private final long longestWait;

  PatientSink(StreamSinkConduit next, Duration grace, Runnable hangUp) {
    super(next);
    this.hangUp = hangUp;
    this.patience = new Patience(grace);
    this.longestWait = grace.toMillis();
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return (int) counted(super.write(from));
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) throws IOException {
    return counted(super.write(from, offset, length));
  }

  @Override
  public int writeFinal(ByteBuffer from) throws IOException {
    return (int) counted(super.writeFinal(from));
  }

  @Override
  public long writeFinal(ByteBuffer[] from, int offset, int length) throws IOException {
    return counted(super.writeFinal(from, offset, length));
  }

  @Override
  public void awaitWritable() throws IOException {
    awaitWritable(longestWait, TimeUnit.MILLISECONDS);
  }

  @Override
  public void awaitWritable(long time, TimeUnit unit) throws IOException {
    long start = System.nanoTime();
    super.awaitWritable(Math.min(unit.toMillis(time), longestWait), TimeUnit.MILLISECONDS);
    if (patience.isOverAfter(System.nanoTime() - start)) {
      hangUp.run();
      throw new IOException("An answer was read too slowly");
    }
  }

  private long counted(long written) {
    patience.moved(written);
    return written;
  }
}
