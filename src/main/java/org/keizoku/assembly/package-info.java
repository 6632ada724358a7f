/** Who is safe, who comes and when: calling people, their answers, and the tally that the procedure waits for. */
package org.keizoku.assembly;
