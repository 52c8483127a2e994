package org.cairn.definitions;

import jakarta.inject.Singleton;

/** Remembers whether this node has seen all shared definitions aligned since it started. */
@Singleton
public class AlignedDefinitions {

  private volatile boolean aligned;

  public boolean isAligned() {
    return aligned;
  }

  void succeed() {
    aligned = true;
  }
}
