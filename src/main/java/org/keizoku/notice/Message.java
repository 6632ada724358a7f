package org.keizoku.notice;

import java.util.Optional;

/**
 * One notice as it leaves: the address and the words, with the link in place. It is real or a drill's by its type, and a channel takes one of
 * the two types only: docs/adr/0016-drill-and-real-by-type.md.
 */
sealed interface Message permits RealMessage, DrillMessage {

    long notice();

    String address();

    String subject();

    String text();

    Optional<String> messageId();
}
