package org.cairn.web.onboarding;

/** Examples of the API document. */
final class TrackExamples {

  static final String WAIVER =
      """
      {"reason": "Was ill that week; has shown it in class"}""";

  static final String DEFINITION =
      """
      {"key": "library-tour", "name": "Library tour", "steps": [
        {"key": "visit", "title": "Visit the library", "completion": {"eventName": "library.visited"}},
        {"key": "borrow", "title": "Borrow a book", "xpReward": 20,
         "completion": {"eventName": "book.borrowed"},
         "prerequisites": [{"kind": "step_completed", "stepKey": "visit"}]}]}""";

  static final String PROGRESS =
      """
      {"track": {"key": "library-tour", "version": 1, "district": true, "name": "Library tour",
         "isRequired": false, "steps": 2, "totalXp": 30,
         "progress": {"percent": 50, "xpEarned": 10, "startedAt": "2026-03-02T14:00:00Z"}},
       "steps": [
         {"key": "visit", "title": "Visit the library", "status": "COMPLETED", "xpReward": 10,
          "isRequired": true, "canSkip": false, "unlocksAt": "2026-03-02T14:00:00Z",
          "waived": false, "completedAt": "2026-03-02T14:00:00Z", "eventId": "library-17"},
         {"key": "borrow", "title": "Borrow a book", "status": "AVAILABLE", "xpReward": 20,
          "isRequired": true, "canSkip": false, "unlocksAt": "2026-03-02T14:00:00Z",
          "waived": false}],
       "nextStep": "borrow",
       "map": {
         "nodes": [{"step": "visit", "title": "Visit the library", "status": "COMPLETED"},
                   {"step": "borrow", "title": "Borrow a book", "status": "AVAILABLE"}],
         "edges": [{"from": "visit", "to": "borrow", "kind": "OPENS", "taken": true}]},
       "messages": {}}""";

  private TrackExamples() {}
}
