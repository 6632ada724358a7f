package org.keizoku.notice;

import java.util.Optional;

/** One notice as it leaves: the address and the words, with the link in place; it does not print either. */
record Message(long notice, String to, String subject, String text, Optional<String> messageId) {

    @Override
    public String toString() {
        return "Message[notice %d]".formatted(notice);
    }
}
