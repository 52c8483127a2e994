package org.cairn.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.content.QuestionRef;
import org.junit.jupiter.api.Test;

class QuestionChoiceRulesTest {

  private static final int NEIGHBORS = 200;
  private static final List<QuestionRef> SIX =
      IntStream.range(0, 6).mapToObj(i -> new QuestionRef("math.g3.add-" + i, 1, true)).toList();

  @Test
  void askedLeastOftenComesFirst() {
    Map<String, Integer> asked =
        SIX.stream().collect(Collectors.toMap(QuestionRef::id, question -> 2));
    asked.put(SIX.get(4).id(), 1);
    asked.put(SIX.get(1).id(), 0);
    List<QuestionRef> chosen = QuestionChoiceRules.choose(SIX, asked, neighbor(1));
    assertEquals(List.of(SIX.get(1), SIX.get(4)), chosen.subList(0, 2));
    assertEquals(QuestionChoiceRules.QUESTIONS, chosen.size());
  }

  @Test
  void aRepetitionAsksTheSame() {
    assertEquals(choice(neighbor(1)), choice(neighbor(1)));
  }

  @Test
  void fewerAreChosenWhereThereAreFewer() {
    assertEquals(1, QuestionChoiceRules.choose(SIX.subList(0, 1), Map.of(), neighbor(1)).size());
  }

  @Test
  void neighborsHaveOrdersOfTheirOwnAndNotOneBegunElsewhere() {
    long orders =
        IntStream.range(0, NEIGHBORS).mapToObj(i -> choice(neighbor(i))).distinct().count();
    assertTrue(orders > NEIGHBORS / 2, () -> "only " + orders);
  }

  @Test
  void everyQuestionIsLeftOutAsOftenAsTheOthers() {
    Map<QuestionRef, Integer> chosen =
        IntStream.range(0, NEIGHBORS)
            .mapToObj(i -> choice(neighbor(i)))
            .flatMap(List::stream)
            .collect(Collectors.toMap(question -> question, question -> 1, Integer::sum));
    int expected = NEIGHBORS * QuestionChoiceRules.QUESTIONS / SIX.size();
    SIX.forEach(
        question ->
            assertTrue(Math.abs(chosen.get(question) - expected) < expected / 6, chosen::toString));
  }

  private static List<QuestionRef> choice(UUID learner) {
    return QuestionChoiceRules.choose(SIX, Map.of(), learner);
  }

  private static UUID neighbor(int number) {
    return new UUID(0x01a2004550597000L, 0x8000000000000000L + number);
  }
}
