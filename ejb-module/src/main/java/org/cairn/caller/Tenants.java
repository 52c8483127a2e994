package org.cairn.caller;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;
import org.jspecify.annotations.Nullable;

/** The districts that this installation serves. */
@Stateless
@RolesAllowed(Roles.OPERATOR)
public class Tenants {

  /** The reserved tenant: it owns the definitions that every district may read. */
  public static final String SHARED = "shared";

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");
  private static final int LONGEST_NAME = 200;

  @Inject private TenantStore store;
  @Inject private Clock clock;
  @Inject private Event<TenantRegistered> registered;

  /**
   * Registers a district or renames it; doing it again changes nothing.
   *
   * @throws org.cairn.shared.ProblemException {@code INVALID_REQUEST}, naming the field; {@code
   *     ROLE_MISSING} to an operator inside a district
   */
  public TenantView register(String id, @Nullable String name) {
    Callers.current().require(Roles.OPERATOR);
    String checkedName = check(id, name);
    Tenant tenant = store.find(id).orElse(null);
    if (tenant == null) {
      tenant = new Tenant(id, checkedName, clock.instant());
      store.add(tenant);
      registered.fire(new TenantRegistered(id, false));
    } else if (!tenant.view().name().equals(checkedName)) {
      tenant.rename(checkedName);
      registered.fire(new TenantRegistered(id, true));
    }
    return tenant.view();
  }

  /**
   * Every district, by id.
   *
   * @throws org.cairn.shared.ProblemException {@code ROLE_MISSING} to an operator inside a district
   */
  public List<TenantView> all() {
    Callers.current().require(Roles.OPERATOR);
    return store.all().stream().map(Tenant::view).toList();
  }

  private static String check(String id, @Nullable String name) {
    if (!ID.matcher(id).matches() || id.equals(SHARED)) {
      throw CommonProblem.INVALID_REQUEST.with(
          "The tenant's id cannot be used.",
          new FieldError("tenant", "2 to 63 of a-z, 0-9 and -; not '" + SHARED + "'"));
    }
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME || !TextRules.isLine(name)) {
      throw CommonProblem.INVALID_REQUEST.with(
          "A tenant needs a name.",
          new FieldError("/name", "1 to " + LONGEST_NAME + " characters, no control ones"));
    }
    return name;
  }
}
