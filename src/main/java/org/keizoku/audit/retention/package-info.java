/** The end of the record's retention: what may be removed, and its removal by the owner. Why so: docs/adr/0009-signed-seals-over-the-ledger.md. */
package org.keizoku.audit.retention;
