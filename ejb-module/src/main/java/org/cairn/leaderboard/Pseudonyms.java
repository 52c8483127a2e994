package org.cairn.leaderboard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for boards, such as {@code Brave Otter 482}: the same for a learner while the key is the
 * same, and told from the learner's id by nobody who lacks it. There are eight million of them.
 */
final class Pseudonyms {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int LEAST = 100;
  private static final int NUMBERS = 900;

  private static final List<String> QUALITIES =
      words(
          """
          Able Agile Alert Amber Ample Apt Artful Avid Azure Beaming Bold Brave Breezy Bright Brisk
          Bronze Calm Candid Caring Cheerful Chipper Clear Clever Comet Cool Copper Coral Cosmic
          Cozy Crisp Curious Dandy Daring Dapper Deft Devoted Eager Earnest Easy Elated Emerald
          Fair Fancy Fearless Fleet Fond Frank Free Fresh Friendly Gallant Generous Gentle Giving
          Glad Gleaming Golden Good Graceful Grand Happy Hardy Helpful Honest Hopeful Humble Indigo
          Jolly Jovial Joyful Keen Kind Lively Loyal Lucky Lunar Mellow Merry Mighty Mindful Modest
          Neat Nimble Noble Patient Peppy Plucky Polite Proud Quick Quiet Radiant Ready Royal
          """);

  private static final List<String> ANIMALS =
      words(
          """
          Alpaca Antelope Armadillo Badger Beaver Bison Bluebird Bobcat Bumblebee Bunting Camel
          Cardinal Caribou Cheetah Chickadee Chinchilla Chipmunk Cockatoo Condor Coyote Crane
          Cricket Curlew Deer Dolphin Dove Dragonfly Eagle Egret Elk Falcon Ferret Finch Firefly
          Flamingo Fox Gazelle Gecko Goldfinch Gopher Grouse Gull Hare Hawk Hedgehog Heron Hummingbird
          Ibex Ibis Iguana Jackal Jaguar Jay Kestrel Kingfisher Koala Lark Lemur Leopard Lion Llama
          Lynx Macaw Magpie Manatee Marmot Marten Meadowlark Moose Narwhal Newt Nightingale Ocelot
          Oriole Osprey Otter Owl Panda Panther Parrot Pelican Penguin Pheasant Pika Plover Puffin
          Puma Quail Rabbit Raccoon Raven Robin Salmon Sandpiper Seal Sparrow Squirrel Swan Swift
          """);

  private final byte[] key;

  /** The key of the district and the term, in hexadecimal digits. */
  Pseudonyms(String key) {
    this.key = HexFormat.of().parseHex(key);
  }

  static String newKey() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  String of(UUID learner) {
    long number = ByteBuffer.wrap(mac(learner)).getLong() >>> 1;
    String quality = QUALITIES.get((int) (number % QUALITIES.size()));
    number /= QUALITIES.size();
    String animal = ANIMALS.get((int) (number % ANIMALS.size()));
    number /= ANIMALS.size();
    return quality + " " + animal + " " + (LEAST + number % NUMBERS);
  }

  private byte[] mac(UUID learner) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(learner.toString().getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
