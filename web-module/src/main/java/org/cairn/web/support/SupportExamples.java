package org.cairn.web.support;

/** Examples for the OpenAPI document. */
final class SupportExamples {

  static final String ITEM =
      """
      {"id": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10",
       "learnerId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a11",
       "skillId": "math-multiply-divide", "subject": "Math", "fromGrade": "04", "priority": 3,
       "dueOn": "2027-03-16", "status": "pending", "byMastery": false, "source": "journey",
       "sourceId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a12", "revision": 0,
       "createdAt": "2027-03-02T15:30:00Z", "changedAt": "2027-03-02T15:30:00Z"}""";

  static final String ADDITION =
      """
      {"skillId": "math-multiply-divide", "priority": 2, "dueOn": "2027-03-12",
       "note": "Before the test on Friday"}""";

  static final String CHANGE =
      """
      {"status": "completed", "priority": 3, "dueOn": "2027-03-16"}""";

  static final String REQUEST =
      """
      {"id": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a20", "toGrade": "05",
       "reason": "She has done grade 4 at her last school"}""";

  static final String OVERRIDE =
      """
      {"id": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a20",
       "learnerId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a11", "fromGrade": "04", "toGrade": "05",
       "schoolYear": 2027, "reason": "She has done grade 4 at her last school",
       "status": "requested", "completion": 75.00, "skillsMastered": 3, "skillsOfGrade": 4,
       "incompleteSkills": ["math-multiply-divide"], "own": true,
       "requestedAt": "2027-03-02T15:30:00Z"}""";

  static final String DECISION =
      """
      {"decision": "approve", "reason": "Her last report agrees"}""";

  static final String PROGRESSION =
      """
      {"learnerId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a11", "grade": "05", "rosterGrade": "04",
       "schoolYear": 2027,
       "reached": [{"grade": "05", "schoolYear": 2027,
         "overrideId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a20",
         "reachedAt": "2027-03-03T08:00:00Z"}]}""";

  static final String NEEDS =
      """
      {"items": [
        {"learnerId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a11", "displayName": "Nina Alvarez",
         "rule": "NO_ACTIVITY", "lastActiveOn": "2027-03-01", "schoolDaysMissed": 3,
         "missedDays": ["2027-03-02", "2027-03-03", "2027-03-04"]},
        {"learnerId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a11", "displayName": "Nina Alvarez",
         "rule": "WRONG_IN_A_ROW", "skillId": "math-multiply-divide", "subject": "Math",
         "attempts": [
           {"eventId": "a-17", "questionId": "math-md-01", "at": "2027-03-01T15:01:00Z"},
           {"eventId": "a-18", "questionId": "math-md-02", "at": "2027-03-01T15:02:00Z"},
           {"eventId": "a-19", "questionId": "math-md-02", "at": "2027-03-01T15:03:00Z"},
           {"eventId": "a-20", "questionId": "math-md-03", "at": "2027-03-01T15:05:00Z"}]}]}""";

  static final String LEARNERS =
      """
      {"items": [
        {"learnerId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a11", "displayName": "Nina Alvarez",
         "grade": "04",
         "journey": {"journeyId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a12", "career": "astronaut",
           "lessonsComplete": 5, "containersComplete": 1, "overallScore": 72.50,
           "startedAt": "2027-02-22T14:00:00Z"},
         "tracksStarted": 3, "tracksDone": 2, "lastSyncAt": "2027-03-01T15:05:02Z",
         "lastActiveOn": "2027-03-01", "streakDays": 0, "lifetimeXp": 640, "openRemediation": 1,
         "needs": ["NO_ACTIVITY", "WRONG_IN_A_ROW"]}]}""";

  static final String SETTINGS =
      """
      {"approvalRequired": true, "inactiveSchoolDays": 4, "scoreDrop": 20}""";

  private SupportExamples() {}
}
