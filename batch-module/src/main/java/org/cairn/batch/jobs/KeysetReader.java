package org.cairn.batch.jobs;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads records in the order of their keys, page by page; the checkpoint is the last one's key. */
public abstract class KeysetReader<T> extends TenantReader {

  private static final int PAGE = 1_000;

  private final Deque<T> page = new ArrayDeque<>();
  private @Nullable String last;

  /** How many records there are. */
  protected abstract long total();

  /** The records behind a key, in the order of keys; from the first without a key. */
  protected abstract List<T> page(@Nullable String after, int limit);

  protected abstract String key(T item);

  @Override
  public void open(@Nullable Serializable checkpoint) {
    last = (String) checkpoint;
    if (last == null) {
      expect(ask(this::total));
    }
  }

  @Override
  public @Nullable Object readItem() {
    if (page.isEmpty()) {
      page.addAll(ask(() -> page(last, PAGE)));
    }
    T item = page.poll();
    last = item == null ? last : key(item);
    return item;
  }

  @Override
  public @Nullable Serializable checkpointInfo() {
    return last;
  }
}
