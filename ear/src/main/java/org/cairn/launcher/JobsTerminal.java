package org.cairn.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** {@code ./cairn jobs}: shows and handles the jobs of the Cairn that runs, over its REST API. */
final class JobsTerminal implements CairnCommand {

  private static final String USAGE =
      "usage: ./cairn jobs [--as USERNAME] [list | show NAME | start NAME [key=value…] | runs NAME"
          + " | stop ID | restart ID | abandon ID]";

  private final Http http = new Http();

  @Override
  public void run(Home home, List<String> arguments) throws Exception {
    List<String> words = new ArrayList<>(arguments);
    String login = "district-admin";
    if (words.size() > 1 && words.get(0).equals("--as")) {
      login = words.get(1);
      words.subList(0, 2).clear();
    }
    JobsClient client = JobsClient.login(home, login, http);
    String command = words.isEmpty() ? "list" : words.remove(0);
    if (command.equals("list")) {
      System.out.print(JobTables.jobs(client.get("")));
      return;
    }
    if (words.isEmpty()) {
      throw new LaunchFailure(USAGE);
    }
    String subject = words.remove(0);
    switch (command) {
      case "show" -> System.out.print(JobTables.job(client.get("/" + subject)));
      case "runs" -> System.out.print(JobTables.runs(client.get(runs(subject))));
      case "start" -> System.out.print(JobTables.run(client.post(runs(subject), start(words))));
      case "stop", "restart", "abandon" ->
          System.out.print(JobTables.run(client.post(find(client, subject) + ":" + command, null)));
      default -> throw new LaunchFailure(USAGE);
    }
  }

  private static String runs(String job) {
    return "/" + job + "/executions";
  }

  private static byte[] start(List<String> words) throws JsonProcessingException {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String word : words) {
      int at = word.indexOf('=');
      if (at < 1) {
        throw new LaunchFailure("a parameter is key=value, not " + word);
      }
      parameters.put(word.substring(0, at), word.substring(at + 1));
    }
    return new ObjectMapper()
        .writeValueAsString(Map.of("parameters", parameters))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The address of a run whose job the caller need not know. */
  private static String find(JobsClient client, String id) throws InterruptedException {
    List<JsonNode> jobs = StreamSupport.stream(client.get("").spliterator(), false).toList();
    for (JsonNode job : jobs) {
      String address = runs(job.path("name").asText()) + "/" + id;
      if (client.has(address)) {
        return address;
      }
    }
    throw new LaunchFailure("no run that you may see has the id " + id);
  }
}
