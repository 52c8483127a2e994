package org.cairn.onboarding;

import java.util.ArrayList;
import java.util.List;
import org.cairn.onboarding.Step.Prerequisite;
import org.jspecify.annotations.Nullable;

/**
 * A track as a map: its steps, and what leads from one to another.
 *
 * @param nodes in the order of the steps
 * @param edges by the steps that they begin at
 */
public record TrackMapView(List<Node> nodes, List<Edge> edges) {

  /**
   * A step on the map.
   *
   * @param status as in the list of steps
   */
  public record Node(String step, String title, String status) {}

  /**
   * A way from one step to another.
   *
   * @param kind {@code NEXT}: merely the order; {@code OPENS}: a prerequisite; {@code BLOCKS}: a
   *     branch leaves it out
   * @param branch that has to be taken
   * @param taken whether the learner has gone this way
   */
  public record Edge(String from, String to, String kind, @Nullable String branch, boolean taken) {}

  static TrackMapView of(List<Step> steps, List<StepView> views, TrackState state) {
    List<Node> nodes =
        views.stream().map(each -> new Node(each.key(), each.title(), each.status())).toList();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      leadOn(step, i + 1 < steps.size() ? steps.get(i + 1) : null, state, edges);
      for (Step other : steps) {
        open(step, other, state, edges);
      }
      block(step, state, edges);
    }
    return new TrackMapView(nodes, edges);
  }

  private static void leadOn(Step step, @Nullable Step next, TrackState state, List<Edge> edges) {
    if (next != null && next.prerequisites().isEmpty()) {
      boolean taken = state.step(step.key()).isSettled();
      edges.add(new Edge(step.key(), next.key(), "NEXT", null, taken));
    }
  }

  private static void open(Step step, Step other, TrackState state, List<Edge> edges) {
    StepState from = state.step(step.key());
    for (Prerequisite wanted : other.prerequisites()) {
      if (wanted.stepKey().equals(step.key())) {
        boolean taken =
            from.isSettled()
                && (wanted.branchKey() == null || wanted.branchKey().equals(from.branch()));
        edges.add(new Edge(step.key(), other.key(), "OPENS", wanted.branchKey(), taken));
      }
    }
  }

  private static void block(Step step, TrackState state, List<Edge> edges) {
    StepState from = state.step(step.key());
    for (Branch branch : step.branches()) {
      for (String blocked : branch.blocks()) {
        boolean taken = from.isSettled() && branch.key().equals(from.branch());
        edges.add(new Edge(step.key(), blocked, "BLOCKS", branch.key(), taken));
      }
    }
  }
}
