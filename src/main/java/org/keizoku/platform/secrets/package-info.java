/** Random keys of this installation, kept outside of the database: whoever has a copy of the database has no key with it. */
package org.keizoku.platform.secrets;
