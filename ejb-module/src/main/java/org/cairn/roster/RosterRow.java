package org.cairn.roster;

import java.util.Map;

/**
 * A row as the file has it, reduced to the columns that Cairn keeps: whatever else a district sends
 * goes no further than here.
 *
 * @param kind the file's name without its ending
 * @param line where the row begins
 * @param ragged has another number of columns than the header
 * @param cells by column
 */
public record RosterRow(String kind, long line, boolean ragged, Map<String, String> cells) {

  public RosterRow {
    cells = Map.copyOf(cells);
  }
}
