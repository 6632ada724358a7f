/** Erasure on request, by the owner: a text is removed from wherever it was written. Why so: docs/adr/0027-erasure-reaches-every-table.md. */
package org.keizoku.audit.erasure;
