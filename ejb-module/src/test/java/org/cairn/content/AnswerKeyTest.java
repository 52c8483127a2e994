package org.cairn.content;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerKeyTest {

  @Test
  void allRightChoicesAndNoOtherAreRight() {
    AnswerKey key = new AnswerKey.Choices(Set.of("a", "c"));
    assertTrue(key.accepts(List.of("c", "a")));
    assertFalse(key.accepts(List.of("a")));
    assertFalse(key.accepts(List.of("a", "b")));
    assertFalse(key.accepts(List.of("a", "a")));
    assertFalse(key.accepts(List.of("a", "b", "c")));
  }

  @Test
  void aTruthValueIsItself() {
    AnswerKey key = new AnswerKey.Truth(false);
    assertTrue(key.accepts(List.of("false")));
    assertFalse(key.accepts(List.of("true")));
    assertFalse(key.accepts(List.of("no")));
  }

  @Test
  void aNumberMayBeOffByTheTolerance() {
    AnswerKey key = new AnswerKey.Numeric(new BigDecimal("3.33"), new BigDecimal("0.01"));
    assertTrue(key.accepts(List.of("3.34")));
    assertTrue(key.accepts(List.of(" 3.3200 ")));
    assertFalse(key.accepts(List.of("3.341")));
    assertFalse(key.accepts(List.of("three")));
  }

  @Test
  void aNumberThatIsWrittenOtherwiseIsTheSame() {
    AnswerKey key = new AnswerKey.Numeric(new BigDecimal("6"), BigDecimal.ZERO);
    assertTrue(key.accepts(List.of("+6.0")));
    assertFalse(key.accepts(List.of("-6")));
  }

  @Test
  void aNumberOfAThousandMillionDigitsIsNotReckonedWith() {
    AnswerKey key = new AnswerKey.Numeric(BigDecimal.ONE, BigDecimal.ONE);
    assertFalse(key.accepts(List.of("1e999999999")));
    assertFalse(key.accepts(List.of("1".repeat(30))));
  }

  @Test
  void caseAndSpacingOfATextDoNotMatter() {
    AnswerKey key = AnswerKey.Text.of(List.of("Washington, D.C.", "Washington DC"));
    assertTrue(key.accepts(List.of("  washington   dc ")));
    assertTrue(key.accepts(List.of("WASHINGTON, D.C.")));
    assertFalse(key.accepts(List.of("Washingtondc")));
  }
}
