package org.keizoku.audit.verify;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.keizoku.audit.seal.Head;
import org.keizoku.audit.seal.Leaf;
import org.keizoku.audit.seal.MerkleTree;
import org.keizoku.audit.verify.KeptEntry.Values;

/** The entries in their order, each held against its leaf under a seal. */
final class SealedEntries {

    private final KeptEntries rows;
    private final Set<Long> erased;
    private final Findings findings;
    private long compared;
    private long unsealed;

    /** @param erased the entries whose values were removed on the record */
    SealedEntries(KeptEntries rows, Set<Long> erased, Findings findings) {
        this.rows = rows;
        this.erased = erased;
        this.findings = findings;
    }

    /** Passes what lies before the seal: where a seal is gone, that is the finding. */
    void before(Head head, boolean follows) throws SQLException {
        if (follows) {
            inserted(head.fromId() - 1);
            return;
        }
        while (rows.peek() != null && rows.peek().id() < head.fromId()) {
            rows.take();
            compared++;
        }
    }

    /** What was removed on the record is not there any more. */
    void removed(Head head) throws SQLException {
        while (rows.peek() != null && rows.peek().id() <= head.toId()) {
            findings.add(Finding.entry(rows.take().id(), "削除したはずの期間にある(封印 %d)".formatted(head.no())));
            compared++;
        }
    }

    void under(CheckedSeal seal) throws SQLException {
        Head head = seal.head();
        if (seal.leaves() == null) {
            withoutLeaves(head);
            return;
        }
        for (Leaf leaf : seal.leaves()) {
            inserted(leaf.id() - 1);
            if (rows.peek() == null || rows.peek().id() != leaf.id()) {
                findings.add(Finding.entry(leaf.id(), "削除された(封印 %d にはある)".formatted(head.no())));
            } else {
                compare(rows.take(), leaf);
            }
        }
        inserted(head.toId());
    }

    /** The root still tells whether the entries are as they were, only not which one is broken. */
    private void withoutLeaves(Head head) throws SQLException {
        List<Leaf> now = new ArrayList<>();
        while (rows.peek() != null && rows.peek().id() <= head.toId()) {
            KeptEntry entry = rows.take();
            now.add(new Leaf(entry.id(), entry.hash()));
            values(entry);
            compared++;
        }
        boolean sound = Arrays.equals(MerkleTree.root(now), head.root());
        findings.add(Finding.seal(
                head.no(),
                sound
                        ? "一覧が変更された(記録 %d〜%d は署名と合う)".formatted(head.fromId(), head.toId())
                        : "一覧が署名と合わず、記録 %d〜%d も署名と合わない".formatted(head.fromId(), head.toId())));
    }

    private void inserted(long upTo) throws SQLException {
        while (rows.peek() != null && rows.peek().id() <= upTo) {
            KeptEntry entry = rows.take();
            findings.add(Finding.entry(entry.id(), "どの封印にもない(あとから差し込まれた)"));
            compared++;
        }
    }

    private void compare(KeptEntry entry, Leaf leaf) {
        if (!Arrays.equals(entry.hash(), leaf.hash())) {
            findings.add(Finding.entry(entry.id(), "内容が封印したときと違う(変更又は入れ替えられた)"));
        }
        values(entry);
        compared++;
    }

    private void values(KeptEntry entry) {
        if (entry.values() == Values.CHANGED) {
            findings.add(Finding.entry(entry.id(), "値が記録したときと違う"));
        } else if (entry.values() == Values.GONE && !erased.contains(entry.id())) {
            findings.add(Finding.entry(entry.id(), "値が、消去の記録なしに失われた"));
        }
    }

    /** What is left has no seal yet; it should not stay so. */
    void rest(Instant mustBeSealed) throws SQLException {
        Long first = null;
        while (rows.peek() != null) {
            KeptEntry entry = rows.take();
            values(entry);
            if (first == null && entry.recordedAt().isBefore(mustBeSealed)) {
                first = entry.id();
            }
            compared++;
            unsealed++;
        }
        if (first != null) {
            findings.add(Finding.entry(first, "期限を過ぎても封印されていない(封印の停止、又は末尾の封印の削除)"));
        }
    }

    long compared() {
        return compared;
    }

    long unsealed() {
        return unsealed;
    }
}
