package org.keizoku.engine;

import java.util.Map;
import org.springframework.core.io.Resource;

/** Processes, decisions and forms that stand beside the shared ones: whoever owns some is a bean of this kind. */
public interface MoreProcedures {

    /** The files by the name under which each is deployed, for example {@code plans/katsushika/regime.dmn}. */
    Map<String, Resource> files();
}
