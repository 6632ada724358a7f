/** Absences that people declare: who is on leave or away, from when until when. */
package org.keizoku.people.absence;
