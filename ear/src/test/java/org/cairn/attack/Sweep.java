package org.cairn.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.attack.Operation.About;
import org.cairn.system.Client;

/** Every operation, called by those whom it is for and by every stranger. */
final class Sweep {

  private static final String CSV = "text/csv";
  private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

  /** By all sweeps of the one database: audit tells later what an earlier one asked for. */
  private static final Map<String, String> ASKED = new HashMap<>();

  /** What other attacks have had strangers ask for, their homes' audits tell already. */
  private static final String TOLD =
      "select target_id || ' ' || coalesce(learner_id::text, '') from audit_entry"
          + " where tenant_id = '%s'";

  private final AttackedCairn cairn;
  private final World world;
  private final List<Operation> operations;

  private final List<Knock> knocks = new ArrayList<>();

  Sweep(AttackedCairn cairn) {
    this.cairn = cairn;
    this.operations = Operations.of(cairn.asNobody().get("/openapi?format=JSON").body());
    this.world = World.of(cairn);
    for (String home : List.of("shared", World.SOUTH)) {
      ASKED.merge(home, String.join(" ", Rows.texts(TOLD.formatted(home))), String::concat);
    }
  }

  List<Operation> operations() {
    return operations;
  }

  /**
   * Has everyone call whom an operation is for, and answers what went wrong. What works is asked
   * for by strangers later: as CSV, too, where that is answered, and with the cursors given here.
   */
  List<String> callRightly() {
    List<String> failures = new ArrayList<>();
    knocks.clear();
    world.settle();
    for (Operation operation : operations) {
      for (String role : new TreeSet<>(operation.roles())) {
        Person person = People.rightful(role);
        Knock knock = Knock.of(operation, world, null);
        if (!isNorths(person)) {
          asked(person, knock);
        }
        Client.Answer answer = knock.by(cairn.as(person));
        if (!isAnswered(answer, operation)) {
          failures.add(operation + " by " + person + ": " + answer);
        }
      }
      knocks.add(Knock.of(operation, world, null));
      knocks.addAll(furtherWays(operation));
    }
    return failures;
  }

  /** Has those call again who read rightly: what strangers did not see is still there. */
  List<String> readRightly() {
    return knocks.stream()
        .filter(knock -> knock.operation().isRead())
        .flatMap(
            knock ->
                knock.operation().roles().stream()
                    .map(role -> Map.entry(People.rightful(role), knock.by(rightful(role))))
                    .filter(call -> call.getValue().status() / 100 != 2)
                    .map(call -> knock + " by " + call.getKey() + ": " + call.getValue()))
        .toList();
  }

  /** Has all of them call who must learn nothing and change nothing; answers what they could. */
  List<Finding> callWrongly(List<Person> strangers) {
    Secrets secrets = Secrets.of(World.NORTH, world.value("learner"));
    List<Finding> findings = new ArrayList<>();
    for (Knock knock : knocks) {
      String before = Rows.state(World.NORTH, null);
      for (Person stranger : strangers) {
        if (isStranger(stranger, knock.operation())) {
          findings.addAll(call(knock, stranger, secrets));
        }
      }
      boolean recordsOwn = knock.operation().about() == About.OWN && !knock.operation().isRead();
      if (!recordsOwn && !before.equals(Rows.state(World.NORTH, null))) {
        findings.add(new Finding(knock.operation(), null, "the district's rows were changed"));
      }
    }
    return findings;
  }

  /**
   * The same calls where row-level security stands alone; answers what it has let through of other
   * districts, and of other learners' records where a learner called.
   */
  List<Finding> callUnchecked(List<Person> strangers) {
    Secrets secrets = Secrets.of(World.NORTH, world.value("learner"));
    Secrets narrowed = new Secrets(secrets.district(), secrets.records(), secrets.records());
    List<Finding> findings = new ArrayList<>();
    for (Person stranger : strangers) {
      boolean learner = stranger.roles().equals(Set.of("learner"));
      if (!World.NORTH.equals(stranger.tenant()) || learner) {
        for (Knock knock : knocks) {
          if (isStranger(stranger, knock.operation())) {
            call(knock, stranger, narrowed).stream()
                .filter(finding -> !finding.what().startsWith("is answered"))
                .filter(finding -> !finding.what().startsWith("can tell"))
                .forEach(findings::add);
          }
        }
      }
    }
    return findings;
  }

  /** How many requests a sweep by them is. */
  long size(List<Person> strangers) {
    return knocks.stream()
        .mapToLong(k -> strangers.stream().filter(s -> isStranger(s, k.operation())).count())
        .sum();
  }

  private List<Finding> call(Knock knock, Person stranger, Secrets secrets) {
    Operation operation = knock.operation();
    String learner = world.value("learner");
    String before = operation.isRead() ? "" : Rows.state(World.NORTH, learner);
    Knock fresh = operation.isRead() ? knock : Knock.of(operation, world, knock.accept());
    Client.Answer answer = fresh.by(cairn.as(stranger));
    List<Finding> findings = new ArrayList<>();
    if (!operation.isRead() && !before.equals(Rows.state(World.NORTH, learner))) {
      findings.add(new Finding(operation, stranger, "the learner's rows were changed"));
    }
    shown(answer, fresh, stranger, secrets)
        .forEach(value -> findings.add(new Finding(operation, stranger, "sees " + value)));
    if (answer.status() >= 500 || (mustBeRefused(fresh, stranger, secrets) && !isRefused(answer))) {
      findings.add(new Finding(operation, stranger, "is answered " + answer));
    } else if (operation.namesRows() && answer.status() == 404) {
      Client.Answer unknown = fresh.forNobodysRows().by(cairn.as(stranger));
      if (!told(answer).equals(told(unknown))) {
        findings.add(
            new Finding(operation, stranger, "can tell " + told(answer) + " from " + unknown));
      }
    }
    return findings;
  }

  /** What people have asked for, their home's audit may tell them again: operators' acts too. */
  private static String asked(Person person, Knock knock) {
    return ASKED.merge(homeOf(person), knock.sent(), String::concat);
  }

  private static Stream<String> shown(
      Client.Answer answer, Knock knock, Person stranger, Secrets secrets) {
    Set<String> hidden =
        World.NORTH.equals(stranger.tenant()) ? secrets.learner() : secrets.district();
    String text = answer.text() + answer.headers().map();
    String asked = asked(stranger, knock);
    String known = knock.operation().about() == About.OWN ? asked : knock.sent();
    return hidden.stream().filter(text::contains).filter(value -> !known.contains(value));
  }

  /** Rows that are the district's are no secret to its own people who have the role. */
  private static boolean isStranger(Person person, Operation operation) {
    return switch (operation.about()) {
      case LEARNER, OWN -> true;
      case TENANT, ITEMS -> !operation.isFor(person) || !isNorths(person);
      case RUNS -> !operation.isFor(person) || !(isNorths(person) || isOperator(person));
      case INSTALLATION -> !operation.isFor(person);
    };
  }

  /** Whose audit tells of the person: operators of no district belong to the reserved tenant. */
  private static String homeOf(Person person) {
    return person.tenant() == null ? "shared" : person.tenant();
  }

  private static boolean isNorths(Person person) {
    return World.NORTH.equals(person.tenant());
  }

  /** Operators run the installation, and see how every district's jobs fare. */
  private static boolean isOperator(Person person) {
    return person.tenant() == null && person.roles().contains("operator");
  }

  private static boolean mustBeRefused(Knock knock, Person stranger, Secrets secrets) {
    boolean isFor = knock.operation().isFor(stranger);
    return switch (knock.operation().about()) {
      case LEARNER -> true;
      case OWN, ITEMS, INSTALLATION -> !isFor;
      case TENANT, RUNS -> !isFor || secrets.district().stream().anyMatch(knock.sent()::contains);
    };
  }

  /** What may be done once only is a conflict afterwards, and no refusal. */
  private static boolean isAnswered(Client.Answer answer, Operation operation) {
    return answer.status() / 100 == 2
        || (!operation.isRead() && Set.of(409, 412, 422).contains(answer.status()));
  }

  private static boolean isRefused(Client.Answer answer) {
    return REFUSED.contains(answer.status()) && answer.text().contains("\"code\"");
  }

  /** What an answer tells, without what is new in each. */
  private static String told(Client.Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeIf(name -> name.matches("(?i)date|x-request-id|ratelimit.*"));
    return answer.status()
        + " "
        + answer.text().replaceAll("\"instance\":\"[^\"]*\"", "")
        + headers;
  }

  private List<Knock> furtherWays(Operation operation) {
    List<Knock> ways = new ArrayList<>();
    if (!operation.isRead()) {
      return ways;
    }
    ways.add(Knock.of(operation.with("tenant", World.NORTH), world, null));
    Client client = rightful(operation.roles().iterator().next());
    Knock csv = Knock.of(operation, world, CSV);
    if (csv.by(client).status() == 200) {
      ways.add(csv);
    }
    for (String query : List.of("cursor", "since")) {
      if (operation.queries().contains(query)) {
        Client.Answer page = Knock.of(operation.with("limit", "1"), world, null).by(client);
        String cursor = page.body().path("next").asText(page.body().path("cursor").asText());
        if (!cursor.isEmpty()) {
          ways.add(Knock.of(operation.with(query, cursor), world, null));
        }
      }
    }
    return ways;
  }

  private Client rightful(String role) {
    return cairn.as(People.rightful(role));
  }

  /** What a stranger could do, for a person to read. */
  record Finding(Operation operation, Person stranger, String what) {

    static String text(List<Finding> findings) {
      return findings.size()
          + " leaks\n"
          + findings.stream().limit(100).map(Finding::toString).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
      return operation + " by " + stranger + ": " + what;
    }
  }
}
