package org.cairn.archive;

import java.io.InputStream;

/** An object of content that the caller may read: what is known of it, and the way to its bytes. */
public final class ContentObject {

  private final ContentObjectView view;
  private final ObjectStore store;
  private final ObjectKey key;

  ContentObject(ContentObjectView view, ObjectStore store, ObjectKey key) {
    this.view = view;
    this.store = store;
    this.key = key;
  }

  public ContentObjectView view() {
    return view;
  }

  /**
   * Opens a part of its bytes; the stream has to be closed.
   *
   * @param from the first byte, counted from 0
   * @param length how many
   * @throws org.cairn.shared.ProblemException {@code OBJECT_NOT_FOUND}, {@code STORAGE_UNAVAILABLE}
   */
  public InputStream open(long from, long length) {
    return store.get(key, from, length);
  }
}
