package org.cairn.web.leaderboard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cairn.leaderboard.LeaderboardView;
import org.cairn.leaderboard.LeaderboardView.Player;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A leaderboard as it is answered. */
public record Leaderboard(
    String metric,
    String period,
    @Nullable UUID school,
    @JsonProperty("class") @Schema(name = "class") @Nullable UUID classId,
    @Nullable String grade,
    @Nullable String career,
    List<Place> players,
    @Schema(description = "How many are on it, all of them") long totalPlayers,
    @Schema(description = "The caller; absent where it is not on the board") @Nullable Place me,
    @Schema(description = "The caller and its neighbors, by rank") List<Place> around,
    Instant lastUpdated) {

  /** A learner's place. */
  public record Place(
      long rank,
      String displayName,
      @Schema(description = "What the board ranks by") long score,
      @Schema(description = "Lifetime XP") long xp,
      int level,
      String tier,
      long streakDays,
      @Nullable String career,
      @Nullable String companion,
      @JsonProperty("isCurrentUser") @Schema(name = "isCurrentUser") boolean isCurrentUser,
      @Schema(description = "up, down or stable since the day began") String trend,
      @Schema(description = "By how many ranks; below 0: down") long change) {

    static Place of(Player player) {
      return new Place(
          player.rank(),
          player.displayName(),
          player.score(),
          player.xp(),
          player.level(),
          player.tier(),
          player.streakDays(),
          player.career(),
          player.companion(),
          player.isCurrentUser(),
          player.trend().name().toLowerCase(Locale.ROOT),
          player.change());
    }
  }

  static Leaderboard of(LeaderboardView view) {
    Player me = view.me();
    return new Leaderboard(
        view.metric(),
        view.period(),
        view.school(),
        view.classId(),
        view.grade(),
        view.career(),
        view.players().stream().map(Place::of).toList(),
        view.totalPlayers(),
        me == null ? null : Place.of(me),
        view.around().stream().map(Place::of).toList(),
        view.lastUpdated());
  }

  /** The same while nothing on the board changes; weak, for the moment is another each time. */
  @JsonIgnore
  EntityTag tag() {
    String content = "" + metric + period + players + totalPlayers + me + around;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return new EntityTag(HexFormat.of().formatHex(hash, 0, 16), true);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
