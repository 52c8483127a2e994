package org.cairn.caller;

/** The realm roles, as Keycloak issues them and {@code @RolesAllowed} names them. */
public final class Roles {

  public static final String LEARNER = "learner";
  public static final String GUARDIAN = "guardian";
  public static final String TEACHER = "teacher";
  public static final String SCHOOL_ADMIN = "school-admin";
  public static final String DISTRICT_ADMIN = "district-admin";
  public static final String AUTHOR = "author";
  public static final String MODERATOR = "moderator";
  public static final String OPERATOR = "operator";
  public static final String SYSTEM = "system";

  private Roles() {}
}
