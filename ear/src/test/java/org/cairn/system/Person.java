package org.cairn.system;

import java.util.Locale;

/** The people of the sample, by what the roster says of them. */
public enum Person {
  /** Grade 1 at Grand Bend Elementary; taught by Earnest Buck, a child of Gabrielle Jimenez. */
  DALE_JIMENEZ,
  /** Grade 3 at the same school. */
  TYRONE_DYER,
  /** Grade 9 at Grand Bend High School. */
  LISA_WOODS,
  /** Dale's teacher. */
  EARNEST_BUCK,
  /** A teacher at Dale's school who teaches none of the three learners. */
  GENE_MACIAS,
  /** Dale's guardian. */
  GABRIELLE_JIMENEZ,
  /** A guardian whom the roster links to no child. */
  FRANK_BRADY,
  /** The principal of Grand Bend Elementary. */
  CHADWICK_GARNER,
  /** The administrator of the district Grand Bend. */
  DAVID_WILSON,
  /** An author at Grand Bend. */
  KURT_MCCARTHY,
  /** A moderator at Grand Bend. */
  EFRAIN_RODRIGUEZ,
  /** An operator's account inside the district, where the role may do nothing yet. */
  BARRY_TANNER,
  /** A person with the role of the district's programs. */
  TAMIKA_MCPHERSON,
  /** Grade 4 in the other district, Lakeside; taught by Grace Okafor, a child of Rosa Alvarez. */
  NINA_ALVAREZ,
  /** Nina's teacher. */
  GRACE_OKAFOR,
  /** Nina's guardian. */
  ROSA_ALVAREZ,
  /** The administrator of the district Lakeside. */
  VICTOR_STONE,
  /** Runs the installation; belongs to no district. */
  OLGA_OPERATOR;

  String username() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
