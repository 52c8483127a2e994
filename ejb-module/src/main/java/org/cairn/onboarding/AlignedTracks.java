package org.cairn.onboarding;

import jakarta.inject.Singleton;

/** Remembers whether this node has seen the shared tracks aligned since it started. */
@Singleton
public class AlignedTracks {

  private volatile boolean aligned;

  public boolean isAligned() {
    return aligned;
  }

  void succeed() {
    aligned = true;
  }
}
