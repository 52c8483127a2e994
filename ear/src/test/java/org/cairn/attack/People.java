package org.cairn.attack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Everybody who knocks: those to whom the learner of the north belongs, and all others. */
final class People {

  private static final Map<String, String> ROLES =
      Map.ofEntries(
          Map.entry("learner", "learner"),
          Map.entry("sibling", "learner"),
          Map.entry("faraway", "learner"),
          Map.entry("gone", "learner"),
          Map.entry("guardian", "guardian"),
          Map.entry("ended", "guardian"),
          Map.entry("unlinked", "guardian"),
          Map.entry("teacher", "teacher"),
          Map.entry("colleague", "teacher"),
          Map.entry("principal", "school-admin"),
          Map.entry("rival", "school-admin"),
          Map.entry("admin", "district-admin"),
          Map.entry("author", "author"),
          Map.entry("moderator", "moderator"),
          Map.entry("operator", "operator"));

  static final Person OPERATOR = new Person("operator of the installation", null, null, "operator");
  static final Person LEARNER = of(World.NORTH, "learner");
  static final Person SIBLING = of(World.NORTH, "sibling");

  private People() {}

  /** Somebody of a district, by the name that the roster has. */
  static Person of(String tenant, String name) {
    return new Person(tenant + "'s " + name, tenant, tenant + "-" + name, ROLES.get(name));
  }

  /** A district's own program. */
  static Person program(String tenant) {
    return new Person(tenant + "'s program", tenant, null, "system");
  }

  /** Who calls rightly with that role, about the learner of the north and in its district. */
  static Person rightful(String role) {
    return switch (role) {
      case "learner" -> LEARNER;
      case "guardian" -> of(World.NORTH, "guardian");
      case "teacher" -> of(World.NORTH, "teacher");
      case "school-admin" -> of(World.NORTH, "principal");
      case "district-admin" -> of(World.NORTH, "admin");
      case "author" -> of(World.NORTH, "author");
      case "moderator" -> of(World.NORTH, "moderator");
      case "system" -> program(World.NORTH);
      case "operator" -> OPERATOR;
      default -> throw new IllegalArgumentException("No such role: " + role);
    };
  }

  /** All to whom the learner of the north is nobody. */
  static List<Person> strangers() {
    return Stream.of(neighbors(), foreigners(), homeless()).flatMap(List::stream).toList();
  }

  /** Of the learner's own district. */
  private static List<Person> neighbors() {
    Stream<Person> known =
        Stream.of(
                "sibling",
                "faraway",
                "gone",
                "ended",
                "unlinked",
                "colleague",
                "rival",
                "author",
                "moderator",
                "operator")
            .map(name -> of(World.NORTH, name));
    Stream<Person> unknown =
        Stream.of("learner", "guardian", "teacher", "school-admin")
            .map(role -> new Person("unknown " + role, World.NORTH, "north-nobody", role));
    Stream<Person> odd =
        Stream.of(
            new Person("namesake at home", World.NORTH, "south-learner", "learner"),
            new Person("sibling as a teacher", World.NORTH, "north-sibling", "teacher"),
            new Person("sibling as a guardian", World.NORTH, "north-sibling", "guardian"),
            new Person("author as a moderator", World.NORTH, "north-author", "moderator"),
            new Person("without a role", World.NORTH, "north-sibling", Set.of()),
            new Person("foreign role", World.NORTH, "north-sibling", "superuser"),
            new Person("without a person", World.NORTH, null, "learner"));
    return Stream.of(known, unknown, odd).flatMap(people -> people).toList();
  }

  /** Of the other district. */
  private static List<Person> foreigners() {
    Stream<Person> known =
        Stream.of(
                "learner",
                "guardian",
                "teacher",
                "principal",
                "admin",
                "author",
                "moderator",
                "operator")
            .map(name -> of(World.SOUTH, name));
    return Stream.concat(
            known,
            Stream.of(
                program(World.SOUTH),
                new Person("namesake", World.SOUTH, "north-learner", "learner"),
                new Person("namesake", World.SOUTH, "north-learner", "x").almighty(),
                of(World.SOUTH, "admin").almighty(),
                program(World.SOUTH).almighty()))
        .toList();
  }

  /** Of no district that is registered. */
  private static List<Person> homeless() {
    return List.of(
        OPERATOR,
        new Person("operator", null, null, "x").almighty(),
        new Person("nobody's admin", null, "north-learner", "district-admin"),
        new Person("unregistered", "west", "north-learner", "x").almighty(),
        new Person("reserved", "shared", "north-learner", "x").almighty(),
        new Person("quoted", "north' or '1'='1", "north-learner", "x").almighty(),
        new Person("capital", "North", "north-learner", "x").almighty(),
        new Person("empty", "", "north-learner", "x").almighty());
  }
}
