package org.cairn.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Gives decrypted bytes, each of which has been authenticated; ends in a problem at one that isn't.
 */
final class CheckedInput extends FilterInputStream {

  CheckedInput(InputStream decrypted) {
    super(decrypted);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    try {
      return super.read(into, offset, length);
    } catch (IOException e) {
      throw StorageOutage.damaged(e);
    }
  }
}
