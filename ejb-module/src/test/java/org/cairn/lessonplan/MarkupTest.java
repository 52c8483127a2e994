package org.cairn.lessonplan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void everyTextIsEscaped() {
    assertEquals(
        "<p>&lt;/p&gt;&lt;script&gt;&amp;amp; &quot;a&quot; &#39;b&#39;</p>\n",
        new Markup().element("p", "</p><script>&amp; \"a\" 'b'").toString());
  }

  @Test
  void whatNoXmlCanHoldIsReplaced() {
    assertEquals(
        "<p>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe</p>\n",
        new Markup().element("p", "a\u0000b\u0007c\uD800d\uFFFEe").toString());
  }

  @Test
  void whatIsNoLatinStays() {
    assertEquals(
        "<p>Zoë Łukasz Ольга 𝔸</p>\n",
        new Markup().element("p", "Zoë Łukasz Ольга 𝔸").toString());
  }

  @Test
  void anElementEndsByItsNameWithoutAttributes() {
    assertEquals(
        "<th scope=\"col\">a</th>\n", new Markup().element("th scope=\"col\"", "a").toString());
  }
}
