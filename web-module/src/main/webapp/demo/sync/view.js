const SHOWN = 50;

/** Draws what a client knows. */
export function show(client) {
  const { snapshot, state } = client;
  text("status", status(state));
  fill("failures", [...failures(state)].map(item));
  fill("summary", summary(snapshot));
  fill("lessons", Object.values(snapshot.content).map(lesson));
  fill(
    "events",
    client.events
      .sort((a, b) => (a.occurredAt < b.occurredAt ? 1 : -1))
      .slice(0, SHOWN)
      .map((event) => row([event.occurredAt, told(event), sync(client.syncEntry(event.eventId))])),
  );
  text("snapshot", JSON.stringify(snapshot, null, 2));
}

function status(state) {
  if (state.userId === null) {
    return "Guest: nothing is sent.";
  }
  const last = state.lastSuccessfulSyncAt ?? "never";
  return `${state.status}, ${state.pending} to send, last synced ${last}`;
}

function* failures(state) {
  if (state.storageFull) {
    yield "This browser has no room left: progress is lost when the page is closed before it is sent.";
  }
  if (state.error !== null) {
    yield `${state.error.code}: ${state.error.message}`;
  }
  for (const { eventId, code, message } of state.failed) {
    yield `Event ${eventId}: ${code} ${message}`;
  }
}

function summary(snapshot) {
  const { currentStreak, longestStreak } = snapshot.streak;
  return Object.entries({
    "Active path": snapshot.activePath ?? "none",
    Onboarding: snapshot.onboardingPathId ?? "not completed",
    Streak: `${currentStreak} (longest ${longestStreak})`,
    "Last updated": snapshot.lastUpdated ?? "never",
  }).flatMap(([term, value]) => [element("dt", term), element("dd", value)]);
}

function lesson({ contentId, status: reached, score, completedAt }) {
  return row([contentId, reached, score ?? "", completedAt ?? ""]);
}

function told({ type, payload }) {
  return payload === undefined ? type : `${type} ${JSON.stringify(payload)}`;
}

function sync(entry) {
  return entry === null ? "guest" : [entry.status, entry.errorCode].filter(Boolean).join(": ");
}

function row(cells) {
  const tr = document.createElement("tr");
  tr.append(...cells.map((cell) => element("td", cell)));
  return tr;
}

function item(content) {
  return element("li", content);
}

function element(name, content) {
  const made = document.createElement(name);
  made.textContent = String(content);
  return made;
}

function text(id, content) {
  document.getElementById(id).textContent = content;
}

function fill(id, children) {
  document.getElementById(id).replaceChildren(...children);
}
