package org.cairn.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void anItemTooManyMeansANextPageThatBeginsAfterTheLastOneShown() {
    Page<Integer> page = Page.of(List.of(5, 6, 7), 2, String::valueOf);
    assertEquals(List.of(5, 6), page.items());
    assertEquals("6", Cursor.key(page.next(), "cursor"));
  }

  @Test
  void theLastPageHasNoCursor() {
    assertNull(Page.of(List.of(5, 6), 2, String::valueOf).next());
    assertNull(Page.of(List.<Integer>of(), 2, String::valueOf).next());
  }

  @Test
  void seenOtherwiseItGoesOnAtTheSamePlace() {
    Page<Integer> page = Page.of(List.of(5, 6, 7), 2, String::valueOf);
    assertEquals(new Page<>(List.of("5", "6"), page.next()), page.map(String::valueOf));
  }
}
