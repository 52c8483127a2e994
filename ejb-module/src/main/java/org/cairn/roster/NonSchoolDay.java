package org.cairn.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day on which a school does not meet, such as a holiday. */
public record NonSchoolDay(@Nullable LocalDate day, @Nullable String reason) {}
