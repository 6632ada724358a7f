/** Signed seals over the ledger: what is hashed, who signs, and when. Why so: docs/adr/0009-signed-seals-over-the-ledger.md. */
package org.keizoku.audit.seal;
