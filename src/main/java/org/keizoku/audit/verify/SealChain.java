package org.keizoku.audit.verify;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.keizoku.audit.seal.Hash;
import org.keizoku.audit.seal.Head;

/** The seals one after the other: numbers and ids without gaps, each on the one before, each signed by the key that it names. */
final class SealChain {

    private final boolean hasKeys;
    private final Terms terms;
    private final Findings findings;
    private final Set<Long> outsideHeadsSeen = new HashSet<>();
    private Head newest;
    private long seals;

    /** @param hasKeys whether any key has ever sealed */
    SealChain(boolean hasKeys, Terms terms, Findings findings) {
        this.hasKeys = hasKeys;
        this.terms = terms;
        this.findings = findings;
    }

    /** Whether it answers for the entries from where the one before ended. */
    boolean next(CheckedSeal seal) {
        Head head = seal.head();
        boolean follows = head.fromId() == from();
        links(head);
        signature(seal);
        outside(head);
        newest = head;
        seals++;
        return follows;
    }

    private long from() {
        return newest == null ? 1 : newest.toId() + 1;
    }

    private void links(Head head) {
        long expected = newest == null ? 1 : newest.no() + 1;
        long from = from();
        if (head.no() != expected) {
            findings.add(Finding.seal(
                    expected, "ない(次にあるのは封印 %d。記録 %d〜%d に封印がない)".formatted(head.no(), from, head.fromId() - 1)));
            return;
        }
        if (!Arrays.equals(head.previous(), newest == null ? Head.NOTHING : newest.hash())) {
            findings.add(Finding.seal(head.no(), "前の封印とつながらない(この封印又は前の封印が変更された)"));
        }
        if (head.fromId() != from || head.toId() < from) {
            findings.add(Finding.seal(head.no(), "記録の範囲 %d〜%d が前の封印に続かない".formatted(head.fromId(), head.toId())));
        }
    }

    private void signature(CheckedSeal seal) {
        Head head = seal.head();
        if (seal.signed().isEmpty()) {
            findings.add(Finding.seal(head.no(), "知らない鍵 %s の署名になっている".formatted(head.keyId())));
        } else if (!seal.signed().get()) {
            findings.add(Finding.seal(head.no(), "署名が内容と合わない(変更又は偽造された)"));
        }
    }

    private void outside(Head head) {
        String known = terms.knownHeads().get(head.no());
        if (known != null) {
            outsideHeadsSeen.add(head.no());
            if (!known.equals(Hash.hex(head.hash()))) {
                findings.add(Finding.seal(head.no(), "外部の控えと違う(書き換えられた)"));
            }
        }
    }

    /** What can be said only once the last seal is known. */
    void end() {
        if (newest == null && hasKeys) {
            findings.add(Finding.seal(1, "鍵はあるが封印がひとつもない"));
        }
        if (newest != null
                && !terms.trustedKeys().isEmpty()
                && !terms.trustedKeys().contains(newest.keyId())) {
            findings.add(Finding.seal(newest.no(), "最新の封印の鍵 %s は信頼する鍵ではない".formatted(newest.keyId())));
        }
        terms.knownHeads().keySet().stream()
                .filter(no -> !outsideHeadsSeen.contains(no))
                .sorted()
                .forEach(no -> findings.add(Finding.seal(no, "外部の控えにあるのに、ない(末尾が削除された)")));
    }

    Optional<Head> newest() {
        return Optional.ofNullable(newest);
    }

    long seals() {
        return seals;
    }
}
