package org.cairn.events;

/** A well-formed event and its place in the batch, from 0. */
record BatchEvent(int index, NewEvent event) {}
