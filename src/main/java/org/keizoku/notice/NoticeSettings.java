package org.keizoku.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node hands notices over.
 *
 * @param dispatching whether this node hands over at all
 * @param singleNode whether no other node shares the database, so that hand-overs left open at start are nobody's
 */
@ConfigurationProperties("keizoku.notice")
record NoticeSettings(@DefaultValue("true") boolean dispatching, @DefaultValue("true") boolean singleNode) {}
