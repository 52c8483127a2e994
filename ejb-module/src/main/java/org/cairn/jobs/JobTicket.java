package org.cairn.jobs;

import java.util.UUID;

/**
 * What an attempt shows with everything that it writes. Once another attempt has begun, on whatever
 * server, the older ticket is worth nothing, and the transaction that shows it rolls back.
 *
 * @param job its name, which it also acts by
 * @param attempt from 1
 */
public record JobTicket(String tenant, String job, UUID runId, int attempt) {}
