package org.keizoku.notice;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** The name of this start of this node: a restarted node does not take its former leases for its own. */
@Component
class NodeId {

    private final String value = UUID.randomUUID().toString();

    @Override
    public String toString() {
        return value;
    }
}
