/**
 * Strangers at the door: every operation of the OpenAPI document with every kind of stranger and
 * the ids of rows that exist, and every kind of forged token. A Cairn of their own, on a database
 * of their own and with an issuer whose keys the tests hold, so that nets can be taken away and
 * tokens be made up.
 */
package org.cairn.attack;
