/**
 * What takes too long for every change: crashes, faults and crowds, run by {@code ./cairn soak}.
 *
 * <p>{@link org.cairn.soak.OwnCairn} is a Cairn whose servers a test may kill; {@link
 * org.cairn.soak.Writers} load it and keep a journal; {@link org.cairn.soak.Verdict} compares the
 * journal with the database.
 */
package org.cairn.soak;
