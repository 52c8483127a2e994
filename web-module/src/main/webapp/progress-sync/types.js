/**
 * The shapes that the other files speak of. Nothing here runs.
 *
 * @typedef {'not_started' | 'in_progress' | 'completed' | 'passed'} ContentStatus
 *
 * @typedef {object} ContentProgress
 * @property {string} contentId
 * @property {ContentStatus} status
 * @property {number} [score] 0 to 100
 * @property {string} [contentVersion]
 * @property {{interactionId: string, state: unknown}} [interaction] a state of null is a removed one
 *
 * @typedef {'content.progressed' | 'onboarding.completed' | 'onboarding.reset' | 'activePath.set' | 'progress.reset'} EventType
 *
 * @typedef {object} ProgressEvent
 * @property {string} eventId
 * @property {string} occurredAt an instant, as whoever recorded the event wrote it
 * @property {string} clientId the device
 * @property {EventType} type
 * @property {any} [payload] a ContentProgress, or `{pathId}`; none for the resets
 *
 * @typedef {object} Calendar
 * @property {string} zone an IANA time zone
 * @property {string[]} nonSchoolDays days as `2026-11-26`; weekends need no mention
 *
 * @typedef {object} ContentEntry
 * @property {string} contentId
 * @property {ContentStatus} status
 * @property {number} [score]
 * @property {string} [completedAt]
 * @property {string} lastAttemptAt
 * @property {Record<string, unknown>} interactions by interactionId
 *
 * @typedef {object} Streak
 * @property {number} currentStreak in school days
 * @property {number} longestStreak
 * @property {string | null} lastActivityDate
 *
 * @typedef {object} Snapshot
 * @property {1} version
 * @property {string | null} activePath
 * @property {string | null} onboardingCompletedAt
 * @property {string | null} onboardingPathId
 * @property {Record<string, ContentEntry>} content by contentId
 * @property {Streak} streak
 * @property {string | null} lastUpdated
 *
 * @typedef {'synced' | 'local' | 'syncing' | 'error'} SyncStatus
 *
 * @typedef {object} SyncEntry what this browser knows of one event's way to the server
 * @property {SyncStatus} status
 * @property {string | null} lastAttemptAt
 * @property {string | null} lastSyncedAt
 * @property {number} retryCount
 * @property {string} [errorMessage]
 * @property {string} [errorCode]
 * @property {boolean} [permanent] an error that only a manual `sync()` tries again
 * @property {string} [effectiveAt] when the server lets the event count, where not at `occurredAt`
 *
 * @typedef {object} SyncState
 * @property {1} version
 * @property {Record<string, SyncEntry>} events by eventId
 * @property {string | null} lastSuccessfulSyncAt
 * @property {string | null} lastSyncedCursor
 * @property {Calendar | null} calendar the school's, as the server last told it
 *
 * @typedef {object} FailedEvent
 * @property {string} eventId
 * @property {string} code
 * @property {string} message
 * @property {boolean} retryable
 *
 * @typedef {object} Page one answer of `GET /api/v1/learning/progress`
 * @property {ProgressEvent[]} events
 * @property {Record<string, string>} [effectiveAt] by eventId
 * @property {string} cursor
 * @property {boolean} hasMore
 * @property {boolean} [resync] whether the cursor was unknown, so that this is the log's beginning
 * @property {Snapshot} [snapshot]
 * @property {Calendar} [calendar]
 *
 * @typedef {object} ClientState
 * @property {string | null} userId null for a guest
 * @property {SyncStatus} status of all events together
 * @property {number} pending events that the server has not yet answered for
 * @property {FailedEvent[]} failed events that are in error, and why
 * @property {{code: string, message: string, retryable: boolean} | null} error why the last attempt failed
 * @property {boolean} bootstrapping whether the first exchange after a login is not complete
 * @property {boolean} storageFull whether progress is kept in memory only
 * @property {string | null} lastSuccessfulSyncAt
 *
 * @typedef {object} Ports everything outside: tests and other hosts bring their own
 * @property {() => number} now milliseconds since 1970
 * @property {(run: () => void, delay: number) => any} setTimer
 * @property {(timer: any) => void} clearTimer
 * @property {Storage} storage
 * @property {typeof fetch} fetch
 * @property {() => boolean} isOnline
 * @property {<T>(name: string, run: () => Promise<T>) => Promise<T>} exclusively one tab at a time
 * @property {(bytes: Uint8Array) => Uint8Array} random fills the bytes
 * @property {EventTarget} window
 * @property {EventTarget & {visibilityState?: string}} document
 * @property {(message: string, cause?: unknown) => void} warn
 */

export {};
