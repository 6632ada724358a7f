/** Who is who: the plan's people and roles in the engine, what they may do there, and in which capacity they act. */
package org.keizoku.people;
