package org.cairn.definitions;

import jakarta.ejb.Local;
import java.nio.file.Path;

/** Brings one kind of definitions in the database in line with a deployer's files; idempotent. */
@Local
public interface DefinitionAlignment {

  /**
   * Aligns the definitions of the caller's tenant. A wrong file changes nothing about what it
   * defines.
   *
   * @param config the deployer's folder, which has one for each kind
   */
  AlignmentView align(Path config);
}
