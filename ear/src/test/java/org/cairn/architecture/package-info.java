/**
 * The house rules (ARCHITECTURE.md) as tests.
 *
 * <p>A rule that has never failed is not a rule: each one is shown to fail on a fixture that breaks
 * it ({@code fixture.<rule>}), to hold on the classes of all three modules, and never to judge an
 * empty set. Exceptions are named with their reason, and one that nobody needs any more fails.
 */
package org.cairn.architecture;
