/**
 * The browser client in a real Chromium against the running server: what a learner sees who goes
 * offline, changes devices, opens two tabs or logs in after having been a guest.
 */
package org.cairn.browser;
