package org.cairn.roster;

/**
 * Something wrong in a row of an import.
 *
 * @param file such as {@code users.csv}
 * @param line where the row begins, the header being line 1
 * @param field the column, empty where the whole row is meant
 * @param effect {@code ROW_REFUSED}: what was stored stays; {@code VALUE_LEFT_OUT}: only this value
 *     is missing, the row was applied
 * @param message what is expected, for people; never a value from the row
 * @param sourcedId the row's own
 */
public record RowErrorView(
    String file, long line, String field, String effect, String message, String sourcedId) {}
