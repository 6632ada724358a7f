/**
 * The plan's next version: proposed, checked, compared, approved by another person than the proposer, brought into force, and confirmed
 * by everybody who holds the plan.
 */
package org.keizoku.revision;
