package org.keizoku.assembly;

import java.util.Optional;
import org.keizoku.plan.RoleId;

/**
 * Whom the regime asks for what.
 *
 * @param assembles the role whose holders are asked to work; the others are asked how they are. Empty for all of the staff
 * @param attendance whether those come or work from home
 * @param firstAction what everybody who is called does first, in words
 * @param alsoTold the role that hears of it besides
 */
record Asked(
        Optional<RoleId> assembles, Attendance attendance, Optional<String> firstAction, Optional<RoleId> alsoTold) {}
