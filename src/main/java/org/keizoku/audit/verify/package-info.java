/** Verification of the ledger with nothing but a database connection: what was changed, removed or inserted, and where first. */
package org.keizoku.audit.verify;
