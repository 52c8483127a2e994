/**
 * Who is calling, for which tenant, and the one way to the database that keeps tenants apart.
 *
 * <p>Owns the table {@code tenant}. Decides which tenant a transaction belongs to: {@link
 * org.cairn.caller.TenantConnections} sets it for the transaction, {@link
 * org.cairn.caller.TenantSql} refuses work without one or with another than the transaction began
 * with. Knows a database that is away from an error of ours: {@link org.cairn.caller.Outage}.
 * Publishes {@link org.cairn.caller.TenantRegistered}; observes nothing.
 */
@NullMarked
package org.cairn.caller;

import org.jspecify.annotations.NullMarked;
