package org.cairn.progress;

import java.util.Map;

/**
 * What sync events reduce to.
 *
 * @param items by their ids; where only some were given to begin with, those and new ones
 * @param cleared whether a reset was among the events, so that items that were not given are gone
 */
record Progress(ProgressHead head, Map<String, ContentItem> items, boolean cleared) {

  static final Progress NONE = new Progress(ProgressHead.NONE, Map.of(), false);
}
