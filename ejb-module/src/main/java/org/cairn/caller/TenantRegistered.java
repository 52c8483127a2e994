package org.cairn.caller;

import org.cairn.shared.DomainEvent;

/**
 * The operator has registered a district, or given it another name.
 *
 * @param tenant its id
 * @param renamed whether it was registered before
 */
public record TenantRegistered(String tenant, boolean renamed) implements DomainEvent {}
