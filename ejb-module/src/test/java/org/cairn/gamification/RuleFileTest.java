package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cairn.definitions.DefinitionFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {

  @TempDir private Path folder;

  @Test
  void theRulesThatShipAreThoseOfTheSpec() {
    RuleSet rules = Rules.SHARED;
    assertEquals(List.of(10, 5, 2), rules.amounts().correct());
    assertEquals(20, rules.amounts().lesson());
    assertEquals(50, rules.amounts().perfectScore());
    assertEquals(75, rules.amounts().mastery());
    assertEquals(5, rules.amounts().dailyLogin());
    assertEquals(List.of(3, 7, 14, 30, 60, 90, 180, 365), rules.streak().milestones());
    assertEquals(null, rules.dailyCap());
    assertEquals(List.of(), RuleReader.errors(Rules.spec()));
  }

  @ParameterizedTest
  @CsvSource({
    "1,Bronze",
    "9,Bronze",
    "10,Silver",
    "24,Silver",
    "25,Gold",
    "50,Platinum",
    "75,Diamond",
    "99,Diamond",
    "100,PathIQ Master",
    "5000,PathIQ Master"
  })
  void aTierHoldsBelowItsLevel(int level, String tier) {
    assertEquals(tier, Rules.SHARED.tierOf(level));
  }

  @ParameterizedTest
  @CsvSource({
    "lesson: 20,lesson: -1,/xp/lesson",
    "lesson: 20,lesson: '20',/xp/lesson",
    "k2: 2,k2: 1000,/multipliers/grades/k2",
    "initial: 2,spare: 2,/streak/freezes",
    "count: lessons,count: stars,/achievements/0/condition/count",
    "count: careers,count: fast-lessons,/achievements/1/condition",
    "event: classmate.helped,subject: Math,/achievements/2/condition",
    "rarity: legendary,rarity: mythical,/achievements/14/rarity",
    "others: 3,others: 1000,/hints/freeADay/others",
    "discount: 20,discount: 120,/hints/recommended/discount"
  })
  void aWrongFileIsRefusedByFileLineAndPlace(String right, String wrong, String place)
      throws IOException {
    String file = Files.readString(Rules.config().resolve("rules/xp.yaml"));
    assertTrue(file.contains(right), right);
    List<String> refused = refused(file.replace(right, wrong));
    assertTrue(
        refused.stream().anyMatch(line -> line.matches("xp.yaml:\\d+: " + place + ".*")),
        refused::toString);
  }

  @Test
  void tiersAndMilestonesRise() throws IOException {
    String file = Files.readString(Rules.config().resolve("rules/xp.yaml"));
    JsonNode spec =
        new YAMLMapper().readTree(file.replace("below: 25", "below: 9").replace("[3, 7", "[7, 7"));
    assertEquals(
        List.of("/tiers/1/below", "/streak/milestones/1"),
        RuleReader.errors(spec).stream().map(error -> error.field()).toList());
    JsonNode endless = new YAMLMapper().readTree(file.replace("below: 100", "below: 2"));
    assertEquals("/tiers/4/below", RuleReader.errors(endless).get(0).field());
  }

  @Test
  void achievementsHaveKeysOfTheirOwn() throws IOException {
    String file = Files.readString(Rules.config().resolve("rules/xp.yaml"));
    JsonNode twice = new YAMLMapper().readTree(file.replace("key: explorer", "key: first-steps"));
    assertEquals("/achievements/1/key", RuleReader.errors(twice).get(0).field());
  }

  @Test
  void rulesThatAreOlderThanAchievementsAndHintsHaveNoneAndTheFirstPrices() {
    ObjectNode old = Rules.spec().deepCopy();
    old.remove(List.of("achievements", "hints"));
    assertEquals(List.of(), RuleReader.errors(old));
    RuleSet rules = RuleReader.read("district-1", old);
    assertEquals(List.of(), rules.terms().achievements());
    assertEquals(Rules.SHARED.terms().hints(), rules.terms().hints());
  }

  private List<String> refused(String yaml) throws IOException {
    Files.writeString(folder.resolve("xp.yaml"), yaml);
    Files.copy(
        Rules.config().resolve("rules/" + RuleAlignment.SCHEMA),
        folder.resolve(RuleAlignment.SCHEMA));
    return new DefinitionFiles(folder, RuleAlignment.SCHEMA).read().refused();
  }
}
