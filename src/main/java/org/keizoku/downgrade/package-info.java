/** Temporary lowering of security and other matters that need an approval in a response: asked, approved, applied, ended, put back, verified. */
package org.keizoku.downgrade;
