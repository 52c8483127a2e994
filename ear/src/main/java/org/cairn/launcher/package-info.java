/**
 * Runs Cairn on one machine from its source tree: a PostgreSQL, a Keycloak, the provisioned WildFly
 * and a sample district. The same classes prepare the servers of the system tests.
 */
@NullMarked
package org.cairn.launcher;

import org.jspecify.annotations.NullMarked;
