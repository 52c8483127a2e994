package org.cairn.content;

import java.util.List;
import java.util.function.Function;
import org.cairn.shared.Cursor;
import org.cairn.shared.Page;

/** Pages of lists that are read one longer than a page. */
final class ContentPages {

  private ContentPages() {}

  static <T> Page<T> page(List<T> found, int size, Function<T, String> key) {
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    List<T> page = found.subList(0, size);
    return new Page<>(page, Cursor.of(key.apply(page.get(size - 1))));
  }
}
