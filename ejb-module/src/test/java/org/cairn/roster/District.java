package org.cairn.roster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlText;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.Wired;

/**
 * A district of a test: its roster as CSV that a test changes and hands in, and the steps of the
 * job, taken one after the other as the server does.
 */
final class District {

  private static final String ORGS = "sourcedId,status,name,type,identifier,parentSourcedId";
  private static final String SESSIONS =
      "sourcedId,status,title,type,startDate,endDate,parentSourcedId,schoolYear";
  private static final String COURSES =
      "sourcedId,status,title,courseCode,grades,orgSourcedId,subjects";
  private static final String CLASSES =
      "sourcedId,status,title,grades,courseSourcedId,classCode,classType,schoolSourcedId,"
          + "termSourcedIds,subjects";
  private static final String USERS =
      "sourcedId,status,enabledUser,givenName,familyName,email,phone,agentSourcedIds,grades,"
          + "password,primaryOrgSourcedId";
  private static final String ROLES =
      "sourcedId,status,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId";
  private static final String ENROLLMENTS =
      "sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate";

  final String tenant = TestDatabase.newTenant();
  final Map<String, List<String>> files = new LinkedHashMap<>();
  boolean dryRun;
  int threshold = 10;

  /** One school with a class of Ada and Ben, their teacher, and Ada's mother. */
  static District small() {
    District district = new District();
    district.put("orgs", ORGS, "d,,Our district,district,,", "s,,Our school,school,,d");
    district.put(
        "academicSessions", SESSIONS, "y,,2026-2027,schoolYear,2026-08-24,2027-06-04,,2027");
    district.put("courses", COURSES, "c,,Mathematics,M1,\"03,04\",s,Mathematics");
    district.put("classes", CLASSES, "k,,Mathematics 3,03,c,,scheduled,s,y,Mathematics");
    district.put(
        "users",
        USERS,
        "ada,,true,Ada,Adler,ada@example.com,555-0100,mum,03,secret,s",
        "ben,,true,Ben,Baker,,,,03,,s",
        "mum,,true,Mia,Adler,,,,,,s",
        "tom,,true,Tom,Teacher,,,,,,s");
    district.put(
        "roles",
        ROLES,
        "r1,,ada,primary,student,,,s",
        "r2,,ben,primary,student,,,s",
        "r3,,mum,primary,parent,,,s",
        "r4,,tom,primary,teacher,2020-01-01,,s");
    district.put(
        "enrollments",
        ENROLLMENTS,
        "e1,,k,s,ada,student,false,,",
        "e2,,k,s,ben,student,false,,",
        "e3,,k,s,tom,teacher,true,,");
    return district;
  }

  District put(String file, String... lines) {
    files.put(file, new ArrayList<>(List.of(lines)));
    return this;
  }

  District add(String file, String line) {
    files.get(file).add(line);
    return this;
  }

  District remove(String file, String sourcedId) {
    files.get(file).removeIf(line -> line.startsWith(sourcedId + ","));
    return this;
  }

  District replace(String file, String sourcedId, String line) {
    files.get(file).replaceAll(old -> old.startsWith(sourcedId + ",") ? line : old);
    return this;
  }

  /** Hands the roster in and takes every step. */
  RosterImportView run() {
    return run(zip());
  }

  RosterImportView run(byte[] zip) {
    UUID id = receive(zip).id();
    stage(id);
    work(work -> work.check(id));
    work(work -> work.apply(id));
    work(work -> work.finish(id));
    return find(id);
  }

  RosterImportView receive(byte[] zip) {
    try (RosterFile file = RosterFile.receive(new ByteArrayInputStream(zip))) {
      return imports(imports -> imports.receive(file, dryRun, threshold));
    }
  }

  /** Two rows a chunk, so that every test crosses chunks. */
  void stage(UUID id) {
    try (RosterFile file = open(id)) {
      List<RosterRow> chunk = new ArrayList<>();
      for (RosterRow row = file.next(); row != null; row = file.next()) {
        chunk.add(row);
        if (chunk.size() == chunkSize()) {
          List<RosterRow> full = List.copyOf(chunk);
          work(work -> work.stage(id, full));
          chunk.clear();
        }
      }
      work(work -> work.stage(id, chunk));
    }
  }

  private int chunkSize() {
    return files.isEmpty() ? 1000 : 2;
  }

  RosterFile open(UUID id) {
    return TestDatabase.inTenant(
        tenant, sql -> Wired.of(RosterImportWork.class, sql, Clock.systemUTC()).open(id, null));
  }

  void work(java.util.function.Consumer<RosterImportWork> step) {
    TestDatabase.inTenant(
        tenant,
        sql -> {
          step.accept(Wired.of(RosterImportWork.class, sql, Clock.systemUTC()));
          return null;
        });
  }

  RosterImportView find(UUID id) {
    return imports(imports -> imports.find(id));
  }

  List<RowErrorView> errors(UUID id) {
    return imports(imports -> imports.errors(id, null, 500).items());
  }

  <T> T imports(Function<RosterImports, T> work) {
    Caller admin = new Caller(tenant, "admin", Set.of(Roles.DISTRICT_ADMIN), null, null);
    return TestDatabase.as(
        admin, sql -> work.apply(Wired.of(RosterImports.class, sql, Clock.systemUTC())));
  }

  /** The first column of the rows that a query finds, as text. */
  List<String> query(String text) {
    return TestDatabase.inTenant(
        tenant, sql -> sql.with(SqlText.of(text)).list(row -> row.getString(1)));
  }

  byte[] zip() {
    StringBuilder manifest =
        new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
    files.keySet().forEach(file -> manifest.append("file.").append(file).append(",bulk\n"));
    Map<String, String> all = new LinkedHashMap<>();
    all.put("manifest", manifest.toString());
    files.forEach((file, lines) -> all.put(file, String.join("\n", lines) + "\n"));
    return zip(all);
  }

  static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey() + ".csv"));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
