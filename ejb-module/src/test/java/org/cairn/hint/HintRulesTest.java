package org.cairn.hint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.cairn.gamification.GameBook.HintPrices;
import org.cairn.gamification.TestLevels;
import org.cairn.hint.HintRules.Day;
import org.cairn.hint.HintRules.Quote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintRulesTest {

  private static final HintPrices SHIPPED = TestLevels.shippedTerms().hints();

  @Test
  void theShippedPricesAreThoseOfTheSpec() {
    assertEquals(
        Map.of("encouragement", 0, "subtle", 5, "clear", 10, "example", 15, "answer", 20),
        SHIPPED.prices());
    assertEquals(
        Map.of("k2", 999, "grades3to5", 10, "grades6to8", 5, "others", 3), SHIPPED.freeADay());
  }

  @ParameterizedTest
  @CsvSource({
    "PK,999", "KG,999", "02,999", "03,10", "05,10", "06,5", "08,5", "09,3", "12,3", "UG,3", ",3"
  })
  void freeHintsADayGoByTheGrade(@Nullable String grade, int free) {
    assertEquals(free, HintRules.freeLeft(SHIPPED, day(grade, 1, 0, 0)));
    assertEquals(free - 2, HintRules.freeLeft(SHIPPED, day(grade, 1, 2, 0)));
    assertEquals(0, HintRules.freeLeft(SHIPPED, day(grade, 1, free + 1, 0)));
  }

  @Test
  void freeOnesComeFirstAndThenThePrice() {
    assertEquals(0, quote("answer", day("04", 1, 9, 0), 0).toPay());
    assertTrue(quote("answer", day("04", 1, 9, 0), 0).free());
    assertEquals(20, quote("answer", day("04", 1, 10, 0), 0).toPay());
  }

  @Test
  void whatCostsNothingTakesNoFreeOne() {
    assertFalse(quote("encouragement", day("04", 1, 0, 0), 0).free());
    assertEquals(0, quote("encouragement", day("04", 1, 10, 0), 0).toPay());
  }

  @Test
  void upToSecondGradeNobodyEverPays() {
    assertEquals(0, quote("answer", day("02", 1, 5_000, 0), 9).toPay());
    assertEquals(0, quote("answer", day("PK", 1, 5_000, 0), 9).toPay());
  }

  @ParameterizedTest
  @CsvSource({
    "subtle,5,9,false,5",
    "subtle,6,0,true,4",
    "clear,1,1,false,10",
    "clear,1,2,true,8",
    "example,1,2,false,15",
    "example,1,3,true,12",
    "answer,99,99,false,20",
    "encouragement,99,99,false,0"
  })
  void aRecommendedOneCostsAFifthLess(
      String hint, int level, int wrong, boolean recommended, int price) {
    Quote quote = quote(hint, day("09", level, 3, 0), wrong);
    assertEquals(recommended, quote.recommended());
    assertEquals(price, quote.toPay());
  }

  @Test
  void atMostThreeADayAreRecommended() {
    assertTrue(quote("clear", day("09", 1, 3, 2), 2).recommended());
    assertFalse(quote("clear", day("09", 1, 3, 3), 2).recommended());
  }

  @Test
  void withoutAQuestionNothingIsRecommended() {
    assertFalse(HintRules.quote("subtle", SHIPPED, day("09", 50, 0, 0), null).recommended());
  }

  @Test
  void aDiscountIsRoundedDown() {
    HintPrices odd = new HintPrices(Map.of("clear", 7), 20, 5, 2, 3, 3, Map.of("others", 0));
    assertEquals(5, HintRules.quote("clear", odd, day("09", 1, 0, 0), 2).toPay());
  }

  private static Quote quote(String level, Day day, int wrong) {
    return HintRules.quote(level, SHIPPED, day, wrong);
  }

  private static Day day(@Nullable String grade, int level, int free, int recommended) {
    return new Day(grade, level, free, free, recommended);
  }
}
