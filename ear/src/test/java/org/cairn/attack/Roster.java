package org.cairn.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A small district with one person for every relation to its learner, as OneRoster has it. Whatever
 * it names carries the tenant's id, so that it can be found wherever it should not be.
 */
final class Roster {

  private static final String MANIFEST =
      """
      propertyName,value
      manifest.version,1.0
      oneroster.version,1.2
      file.academicSessions,bulk
      file.classes,bulk
      file.courses,bulk
      file.enrollments,bulk
      file.orgs,bulk
      file.roles,bulk
      file.users,bulk
      """;

  private static final String ORGS =
      """
      sourcedId,status,name,type,identifier,parentSourcedId
      @-district,,District of @,district,,
      @-school,,School of @,school,,@-district
      @-other,,Other school of @,school,,@-district
      """;

  private static final String SESSIONS =
      """
      sourcedId,status,title,type,startDate,endDate,parentSourcedId,schoolYear
      @-year,,Year of @,schoolYear,2020-08-01,2099-07-31,,2027
      """;

  private static final String COURSES =
      """
      sourcedId,status,title,courseCode,grades,orgSourcedId,subjects
      @-course,,Course of @,,04,@-school,
      """;

  private static final String CLASSES =
      """
      sourcedId,status,title,grades,courseSourcedId,classCode,classType,schoolSourcedId,termSourcedIds,subjects
      @-class,,Class of @,04,@-course,,scheduled,@-school,@-year,
      @-second,,Second class of @,04,@-course,,scheduled,@-school,@-year,
      @-far,,Far class of @,04,@-course,,scheduled,@-other,@-year,
      """;

  /** The last row is refused, so that the import has an error to tell of. */
  private static final String USERS =
      """
      sourcedId,status,enabledUser,givenName,familyName,middleName,preferredGivenName,preferredFamilyName,email,agentSourcedIds,grades,primaryOrgSourcedId
      @-learner,,true,Nina-@,Owner-@,,,,learner@@.example.com,"@-guardian,@-ended",04,@-school
      @-sibling,,true,Theo-@,Sibling-@,,,,sibling@@.example.com,@-unlinked,04,@-school
      @-faraway,,true,Faye-@,Faraway-@,,,,faraway@@.example.com,,04,@-other
      @-gone,,false,Gale-@,Gone-@,,,,gone@@.example.com,,04,@-school
      @-guardian,,true,Gina-@,Guardian-@,,,,guardian@@.example.com,,,@-district
      @-ended,,true,Eddie-@,Ended-@,,,,ended@@.example.com,,,@-district
      @-unlinked,,true,Uma-@,Unlinked-@,,,,unlinked@@.example.com,,,@-district
      @-teacher,,true,Tess-@,Teacher-@,,,,teacher@@.example.com,,,@-school
      @-colleague,,true,Cole-@,Colleague-@,,,,colleague@@.example.com,,,@-school
      @-principal,,true,Paul-@,Principal-@,,,,principal@@.example.com,,,@-school
      @-rival,,true,Rita-@,Rival-@,,,,rival@@.example.com,,,@-other
      @-admin,,true,Ada-@,Admin-@,,,,admin@@.example.com,,,@-district
      @-author,,true,Abel-@,Author-@,,,,author@@.example.com,,,@-district
      @-moderator,,true,Mona-@,Moderator-@,,,,moderator@@.example.com,,,@-district
      @-operator,,true,Otto-@,Operator-@,,,,operator@@.example.com,,,@-district
      %s,,true,Twin-@,Namesake-@,,,,learner@%s.example.com,,04,@-school
      @-broken,,maybe,Bram-@,Broken-@,,,,broken@@.example.com,,04,@-school
      """;

  private static final String ROLES =
      """
      sourcedId,status,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId
      @-r1,,@-learner,primary,student,,,@-school
      @-r2,,@-sibling,primary,student,,,@-school
      @-r3,,@-faraway,primary,student,,,@-other
      @-r4,,@-gone,primary,student,,,@-school
      @-r5,,@-guardian,primary,parent,,,@-district
      @-r6,,@-ended,primary,parent,,,@-district
      @-r7,,@-unlinked,primary,guardian,,,@-district
      @-r8,,@-teacher,primary,teacher,,,@-school
      @-r9,,@-colleague,primary,teacher,,,@-school
      @-r10,,@-principal,primary,principal,,,@-school
      @-r11,,@-rival,primary,principal,,,@-other
      @-r12,,@-admin,primary,districtAdministrator,,,@-district
      @-r13,,%s,primary,student,,,@-school
      """;

  private static final String ENROLLMENTS =
      """
      sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
      @-e1,,@-class,@-school,@-learner,student,false,,
      @-e2,,@-class,@-school,@-sibling,student,false,,
      @-e3,,@-class,@-school,@-teacher,teacher,true,,
      @-e4,,@-second,@-school,@-sibling,student,false,,
      @-e5,,@-second,@-school,@-colleague,teacher,true,,
      @-e6,,@-far,@-other,@-faraway,student,false,,
      """;

  private Roster() {}

  /**
   * The zip to hand in.
   *
   * @param neighbor the tenant whose learner has a namesake here: the same sourcedId and address
   */
  static byte[] of(String tenant, String neighbor) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("manifest", MANIFEST);
    files.put("orgs", ORGS);
    files.put("academicSessions", SESSIONS);
    files.put("courses", COURSES);
    files.put("classes", CLASSES);
    files.put("users", USERS.formatted(neighbor + "-learner", neighbor));
    files.put("roles", ROLES.formatted(neighbor + "-learner"));
    files.put("enrollments", ENROLLMENTS);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey() + ".csv"));
        zip.write(rows(file.getValue(), tenant).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String rows(String template, String tenant) {
    return template
        .replace("@@", "\0" + tenant)
        .replace("@-", tenant + "-")
        .replace("-@", "-" + tenant)
        .replace(" @", " " + tenant)
        .replace('\0', '@');
  }
}
