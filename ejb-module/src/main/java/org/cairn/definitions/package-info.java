/**
 * What a deployer defines in files of YAML: how such folders are read and judged, and how the
 * reserved tenant's definitions are brought in line with them at deployment.
 *
 * <p>Owns no table. Decides which files are well-formed. Each component that has definitions
 * implements {@link org.cairn.definitions.DefinitionAlignment}.
 */
@NullMarked
package org.cairn.definitions;

import org.jspecify.annotations.NullMarked;
