/**
 * The security audit of MNT 9(1): decided, planned, carried out, reported, evaluated, improved. It stands on the floor of the plan's
 * revision: it knows people and notices, no activation, and nobody knows it; the ledger ({@code audit}) listens to it as to the others.
 */
package org.keizoku.auditing;
