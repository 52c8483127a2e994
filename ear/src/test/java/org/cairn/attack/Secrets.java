package org.cairn.attack;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What must not be seen, as it stands in the database just now: values that are the north's alone,
 * and those that are its learner's alone.
 *
 * @param district ids and names of all rows of the district
 * @param learner the learner's ids, names and records
 * @param records of these, what row-level security keeps from other learners of the district
 */
record Secrets(Set<String> district, Set<String> learner, Set<String> records) {

  private static final int SHORTEST = 6;
  private static final String OF_LEARNERS = Rows.having("learner_id");

  /** Tables whose policy narrows them to one learner where the transaction is. */
  private static final String NARROWED =
      " and exists (select from pg_policies p where p.schemaname = 'cairn'"
          + " and p.tablename = t.table_name and p.policyname = 'learner')";

  static Secrets of(String tenant, String learner) {
    String home = "tenant_id = '" + tenant + "'";
    String own = home + " and learner_id = '" + learner + "'";
    List<String> all = Rows.tables("");
    List<String> learners = Rows.tables(OF_LEARNERS);
    List<String> others = all.stream().filter(Predicate.not(learners::contains)).toList();

    Set<String> district = district(all, home);

    Set<String> common = Rows.values(learners, home + " and learner_id <> '" + learner + "'");
    common.addAll(Rows.values(others, home));
    Set<String> records = Rows.values(Rows.tables(NARROWED), own);
    records.removeAll(common);
    Set<String> personal = Rows.values(learners, own);
    personal.removeAll(common);
    personal.addAll(
        Rows.texts(
            """
            select unnest(array[id::text, sourced_id, given_name, family_name, email])
            from roster_user where tenant_id = '%s' and id = '%s'
            """
                .formatted(tenant, learner)));
    return new Secrets(findable(district), findable(personal), findable(records));
  }

  /** What others' audit tells of the district, they have asked for themselves: it stays secret. */
  private static Set<String> district(List<String> all, String home) {
    List<String> audit = all.stream().filter(table -> table.startsWith("audit_")).toList();
    List<String> owned = all.stream().filter(Predicate.not(audit::contains)).toList();
    Set<String> written = Rows.values(audit, home);
    written.removeAll(Rows.values(audit, "not " + home));
    Set<String> district = Rows.values(owned, home);
    district.addAll(written);
    district.removeAll(Rows.values(owned, "not " + home));
    return district;
  }

  private static Set<String> findable(Set<String> values) {
    Set<String> findable = new TreeSet<>(values);
    findable.removeIf(value -> value.length() < SHORTEST);
    return findable;
  }
}
