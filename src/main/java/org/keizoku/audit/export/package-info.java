/** What an auditor takes away: the bundle that proves itself without the application, and the event log. Why so: docs/adr/0014-a-bundle-proves-itself.md. */
package org.keizoku.audit.export;
