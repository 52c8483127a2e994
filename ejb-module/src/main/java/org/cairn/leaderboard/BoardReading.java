package org.cairn.leaderboard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.cairn.access.VisibleGroup;
import org.cairn.access.VisibleLearner;
import org.cairn.gamification.Profiles.LevelScale;
import org.cairn.leaderboard.LeaderboardView.Player;
import org.cairn.leaderboard.RankRules.Ranks;
import org.cairn.leaderboard.RankRules.Step;
import org.jspecify.annotations.Nullable;

/** Reads a board: whom it shows, and the ranks of all of them by one count. */
@Singleton
class BoardReading {

  private final BoardStore store;
  private final SurroundingsStore surroundings;

  @Inject
  BoardReading(BoardStore store, SurroundingsStore surroundings) {
    this.store = store;
    this.surroundings = surroundings;
  }

  /**
   * What a board shows.
   *
   * @param around the caller in the middle; empty where it is not on the board
   */
  record Shown(List<Player> top, @Nullable Player me, List<Player> around, long total) {}

  /** The entrants whose places are told. */
  private record Found(List<Entrant> top, @Nullable Entrant mine, List<Entrant> around) {

    List<Entrant> all() {
      return Stream.concat(top.stream(), around.stream()).toList();
    }
  }

  Shown read(VisibleGroup group, Board board, LevelScale levels, int limit, int neighbors) {
    Found found = find(group, board, limit, neighbors);
    LongUnaryOperator next = board.next(levels);
    List<Entrant> all = found.all();
    List<Step> steps = RankRules.steps(all.stream().map(Entrant::score).toList(), next);
    Ranks now = RankRules.ranks(steps, store.counts(group, board, steps), next);
    Map<UUID, Long> had =
        store.before(group, board, all.stream().map(Entrant::learnerId).distinct().toList());
    VisibleLearner self = group.self();
    Places places =
        new Places(
            board.score(),
            levels,
            names(group, board),
            now,
            had,
            before(group, board, had, next),
            self == null ? null : self.id());
    Entrant mine = found.mine();
    return new Shown(
        found.top().stream().map(places::player).toList(),
        mine == null ? null : places.player(mine),
        found.around().stream().map(places::player).toList(),
        now.total());
  }

  private Found find(VisibleGroup group, Board board, int limit, int neighbors) {
    List<Entrant> top = store.top(group, board, limit);
    VisibleLearner self = group.self();
    Entrant mine = self == null ? null : store.mine(group, board, self).orElse(null);
    if (mine == null) {
      return new Found(top, null, List.of());
    }
    List<Entrant> around = new ArrayList<>(store.above(group, board, mine, neighbors));
    Collections.reverse(around);
    around.add(mine);
    around.addAll(store.below(group, board, mine, neighbors));
    return new Found(top, mine, List.copyOf(around));
  }

  private Ranks before(
      VisibleGroup group, Board board, Map<UUID, Long> had, LongUnaryOperator next) {
    List<Long> scores = had.values().stream().filter(score -> score > 0).toList();
    // The last step would count all the others, whose ranks nobody asks for.
    List<Step> steps =
        RankRules.steps(scores, next).stream().filter(step -> step.least() > 1).toList();
    List<Long> counts = steps.isEmpty() ? List.of() : store.countsBefore(group, board, steps);
    return RankRules.ranks(steps, counts, next);
  }

  private Pseudonyms names(VisibleGroup group, Board board) {
    return surroundings
        .key(group, board.term())
        .map(Pseudonyms::new)
        .orElseGet(
            () -> {
              surroundings.addKey(group, board.term(), Pseudonyms.newKey());
              return new Pseudonyms(surroundings.key(group, board.term()).orElseThrow());
            });
  }
}
