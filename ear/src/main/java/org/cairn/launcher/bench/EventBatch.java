package org.cairn.launcher.bench;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Requests of some events of one learner.
 *
 * @param events how many a request
 */
record EventBatch(int events, List<String> learners) {

  /** An event that tracks ask for, so that the reactions have something to look at. */
  private static final String EVENT =
      "{\"learnerId\":\"%s\",\"eventId\":\"%s-%d\",\"name\":\"page.read\",\"version\":1,"
          + "\"sourceModule\":\"reader\",\"clientId\":\"bench\","
          + "\"payload\":{\"page\": %d,\"seconds\": 42},\"occurredAt\":\"%s\"}";

  String anyLearner() {
    return learners.get(ThreadLocalRandom.current().nextInt(learners.size()));
  }

  HttpMessage message(String token, String prefix, String learner) {
    return new HttpMessage(
        "POST /api/v1/learning/events:batch HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\n",
        body(prefix, learner),
        "\"results\":[{\"index\":0,\"eventId\":\"" + prefix + "-0\",\"status\":\"stored\"");
  }

  private String body(String prefix, String learner) {
    String now = Instant.now().toString();
    StringBuilder body = new StringBuilder(events * 256).append("{\"events\":[");
    for (int i = 0; i < events; i++) {
      body.append(i == 0 ? "" : ",").append(EVENT.formatted(learner, prefix, i, i, now));
    }
    return body.append("]}").toString();
  }
}
