package org.cairn.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as those see it who may.
 *
 * @param actor the subject of the caller's token, or the job's name
 * @param operation the operation in the interface's document, or the job's name
 * @param outcome {@code ALLOWED}, {@code REFUSED} or {@code FAILED}
 * @param problem the code of the problem that a refusal was answered with
 * @param address the client's IP address
 * @param detail what else was written down, as a flat object of texts
 * @param number the place in the chain; absent while it is not sealed
 */
public record AuditEntryView(
    UUID id,
    Instant at,
    String actor,
    List<String> roles,
    String action,
    String operation,
    String targetKind,
    String targetId,
    @Nullable UUID learnerId,
    String outcome,
    @Nullable String problem,
    @Nullable String requestId,
    @Nullable String address,
    JsonNode detail,
    @Nullable Long number) {}
