package org.cairn.launcher.bench;

import java.util.concurrent.ThreadLocalRandom;

/** Ids that no request has had before. */
final class Fresh {

  private Fresh() {}

  static String id() {
    return Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
  }
}
