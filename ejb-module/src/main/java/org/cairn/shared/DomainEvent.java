package org.cairn.shared;

/**
 * Something that happened, told to other components inside the transaction that made it happen.
 *
 * <p>Fired as a CDI event and observed by {@link Reaction reactions} with plain {@code @Observes}:
 * what they refuse rolls everything back, what they change commits with it.
 */
public interface DomainEvent {}
