/** Where in the ledger a word can stand, so that a search reads little. Why so: docs/adr/0022-search-by-blocks.md. */
package org.keizoku.audit.search;
