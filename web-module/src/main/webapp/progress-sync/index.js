export { canonical } from "./canonical.js";
export { cachedSnapshot, ProgressClient, UPDATE } from "./client.js";
export { reduce } from "./reducer.js";
