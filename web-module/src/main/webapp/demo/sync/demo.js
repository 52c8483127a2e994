import { ProgressClient, UPDATE } from "../../progress-sync/index.js";
import { SignIn } from "./sign-in.js";
import { show } from "./view.js";

const client = new ProgressClient();
// To be played with in the console.
globalThis.progress = client;

/** @param {string} id */
const chosen = (id) => /** @type {HTMLSelectElement} */ (document.getElementById(id)).value;

/** @param {object} progress */
const atLesson = (progress) =>
  client.recordContent({ contentId: chosen("content"), status: "in_progress", ...progress });

/** @param {unknown} state */
const quiz = (state) =>
  atLesson({ interaction: { interactionId: `${chosen("content")}-quiz`, state } });

const deeds = {
  start: () => atLesson({}),
  complete: () => atLesson({ status: "completed" }),
  pass: () => atLesson({ status: "passed", score: 90 }),
  answer: () => quiz({ kind: "quiz", selectedOptionId: "b" }),
  clear: () => quiz(null),
  onboard: () => client.completeOnboarding(chosen("path")),
  unboard: () => client.resetOnboarding(),
  choose: () => client.setActivePath(chosen("path")),
  leave: () => client.setActivePath(null),
  reset: () => client.resetProgress(),
  refused: () => atLesson({ score: 101 }),
};

for (const button of document.querySelectorAll("[data-do]")) {
  button.addEventListener("click", () => deeds[button.dataset.do]());
}
document.getElementById("sync").addEventListener("click", () => client.sync());
window.addEventListener(UPDATE, () => show(client));
show(client);

const who = document.getElementById("who");
const login = document.getElementById("login");
const logout = document.getElementById("logout");

/** @param {SignIn} signIn */
function offer(signIn) {
  login.disabled = false;
  login.addEventListener("click", () => signIn.begin());
  logout.addEventListener("click", () => {
    client.logout();
    signIn.end();
  });
  if (signIn.userId !== null) {
    login.hidden = true;
    logout.hidden = false;
    who.textContent = "Logged in: progress is kept on all devices.";
    client.login({
      userId: signIn.userId,
      accessToken: (refresh) => signIn.accessToken(refresh),
    });
  }
}

SignIn.prepare().then(offer, (failure) => {
  console.warn("The login cannot be reached", failure);
  who.textContent = "The login cannot be reached: progress is a guest's. Reload to try again.";
});
