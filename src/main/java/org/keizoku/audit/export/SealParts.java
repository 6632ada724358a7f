package org.keizoku.audit.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.keizoku.audit.seal.Hash;
import org.keizoku.audit.seal.Leaf;
import org.keizoku.audit.seal.MerkleTree;
import org.keizoku.audit.seal.VerifyingKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What proves an activation's entries: the signed heads from its first one to the newest, the way from each entry to its head, the keys. */
final class SealParts {

    private static final String HEADS =
            """
            select row_to_json(line)::text from (
                select no, from_id as "fromId", to_id as "toId", entries, encode(root, 'hex') as root,
                    encode(previous, 'hex') as previous, %s as "sealedAt", key_id as "keyId", encode(signature, 'hex') as signature
                from ledger_seal
                where to_id >= (select coalesce(min(id), 0) from ledger_entry where activation_number = ?) order by no) line"""
                    .formatted(RecordParts.moment("sealed_at"));

    private final JdbcTemplate jdbc;
    private final String activation;
    private final ObjectMapper json = new ObjectMapper();

    SealParts(JdbcTemplate jdbc, String activation) {
        this.jdbc = jdbc;
        this.activation = activation;
    }

    /** @param own with which the bundle is signed; it may be newer than this state of the database */
    void write(BundleZip zip, VerifyingKey own) {
        zip.file("seals.jsonl", Snapshot.lines(jdbc, HEADS, activation));
        zip.file("proofs.jsonl", this::proofs);
        keys(own).forEach((id, key) -> zip.file("keys/%s.pem".formatted(id), key.pem() + "\n"));
    }

    private void proofs(OutputStream out) {
        List<Long> ids = jdbc.queryForList(
                "select id from ledger_entry where activation_number = ? order by id", Long.class, activation);
        long seal = 0;
        int next = 0;
        while (next < ids.size()) {
            var over = jdbc.query(
                    "select no, to_id, leaves from ledger_seal where no > ? and to_id >= ? order by no limit 1",
                    (row, n) -> new SealedLeaves(row.getLong(1), row.getLong(2), leaves(row.getBytes(3))),
                    seal,
                    ids.get(next));
            if (over.isEmpty()) {
                return;
            }
            int end = next;
            while (end < ids.size() && ids.get(end) <= over.get(0).toId()) {
                end++;
            }
            prove(new HashSet<>(ids.subList(next, end)), over.get(0), out);
            seal = over.get(0).no();
            next = end;
        }
    }

    /** An entry without a leaf was slipped in: there is nothing that proves it. */
    private void prove(Set<Long> ids, SealedLeaves seal, OutputStream out) {
        var paths = MerkleTree.paths(seal.leaves());
        for (int index = 0; index < paths.size(); index++) {
            long id = seal.leaves().get(index).id();
            if (ids.contains(id)) {
                Map<String, Object> proof = new LinkedHashMap<>();
                proof.put("entry", id);
                proof.put("seal", seal.no());
                proof.put("index", index);
                proof.put("path", paths.get(index).stream().map(Hash::hex).toList());
                Snapshot.line(out, written(proof));
            }
        }
    }

    /** None where somebody broke them: then nothing under the seal can be proved one by one. */
    private static List<Leaf> leaves(byte[] kept) {
        try {
            return Leaf.read(kept);
        } catch (IllegalArgumentException broken) {
            return List.of();
        }
    }

    private Map<String, VerifyingKey> keys(VerifyingKey own) {
        Map<String, VerifyingKey> keys = new TreeMap<>();
        jdbc.query("select key_id, public_key from ledger_key", (RowCallbackHandler)
                row -> keys.put(row.getString(1), new VerifyingKey(row.getBytes(2))));
        keys.put(own.id(), own);
        return keys;
    }

    private String written(Object line) {
        try {
            return json.writeValueAsString(line);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private record SealedLeaves(long no, long toId, List<Leaf> leaves) {}
}
