import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Verifies an unpacked bundle with a JDK (17 or later) and nothing else: java Verify.java [--key ID] [--head NO=HASH] [FOLDER].
 * Exit code 0: sound, 1: something is broken, 2: not readable. Its words are in messages.txt; this file is ASCII, so that it compiles
 * under every default encoding.
 */
public final class Verify {

    private static final Set<String> UNLISTED = Set.of("SHA256SUMS", "SHA256SUMS.sig");

    private final Path folder;
    private final Set<String> trusted = new HashSet<>();
    private final Map<Long, String> outsideHeads = new TreeMap<>();
    private final PrintStream out;
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, PublicKey> keys = new HashMap<>();
    private final Map<Long, Map<String, Object>> seals = new LinkedHashMap<>();
    private long sealedTo;
    private long entries;
    private long unsealed;
    private int findings;

    private Verify(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            System.exit(of(arguments, out).run());
        } catch (IOException | RuntimeException unreadable) {
            out.println("[unreadable] " + unreadable);
            System.exit(2);
        }
    }

    private static Verify of(String[] arguments, PrintStream out) {
        List<String> given = new ArrayList<>(List.of(arguments));
        String folder = given.size() % 2 == 1 ? given.remove(given.size() - 1) : ".";
        var verify = new Verify(Path.of(folder), out);
        for (int n = 0; n < given.size(); n += 2) {
            switch (given.get(n)) {
                case "--key" -> verify.trusted.add(given.get(n + 1));
                case "--head" -> verify.outsideHeads.put(
                        Long.valueOf(given.get(n + 1).split("=")[0]), given.get(n + 1).split("=")[1]);
                default -> throw new IllegalArgumentException(given.get(n));
            }
        }
        return verify;
    }

    private int run() throws IOException {
        readWords();
        readKeys();
        Map<String, Object> about = Json.object(text("bundle.json"));
        checkFiles((String) about.get("keyId"));
        readSeals();
        checkEntries((String) about.get("activation"));
        for (String told : text("verification.txt").lines().toList()) {
            found("before", told);
        }
        say("checked", seals.size(), entries, unsealed);
        if (trusted.isEmpty()) {
            say("untrusted", about.get("keyId"));
        }
        say(findings == 0 ? "sound" : "broken", findings);
        return findings == 0 ? 0 : 1;
    }

    /** Where a line of messages.txt is missing, its key and what belongs to it are still told. */
    private void readWords() throws IOException {
        for (String line : text("messages.txt").lines().toList()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                words.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
    }

    private void readKeys() throws IOException {
        for (Path file : files()) {
            String name = name(file);
            if (name.startsWith("keys/") && name.endsWith(".pem")) {
                readKey(name.substring("keys/".length(), name.length() - ".pem".length()), file);
            }
        }
    }

    private void readKey(String id, Path file) throws IOException {
        try {
            String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            byte[] encoded = Base64.getDecoder().decode(pem);
            if (!hex(Arrays.copyOf(sha256(encoded), 16)).equals(id)) {
                found("key-replaced", id);
                return;
            }
            keys.put(id, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            found("key-replaced", id);
        }
    }

    /** The signed list and the files in the folder: the same, no more and no fewer. */
    private void checkFiles(String keyId) throws IOException {
        byte[] list = bytes("SHA256SUMS");
        if (!signed(keyId, list, bytes("SHA256SUMS.sig"))) {
            found("list-signature", keyId);
        }
        if (!trusted.isEmpty() && !trusted.contains(keyId)) {
            found("list-untrusted", keyId);
        }
        Set<String> listed = new HashSet<>();
        for (String line : new String(list, StandardCharsets.UTF_8).lines().toList()) {
            String name = line.substring(Math.min(66, line.length()));
            listed.add(name);
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder.normalize()) && !folder.normalize().toString().isEmpty() || !Files.isRegularFile(file)) {
                found("file-missing", name);
            } else if (!line.startsWith(hex(sha256(Files.readAllBytes(file))) + "  ")) {
                found("file-changed", name);
            }
        }
        for (Path file : files()) {
            if (!listed.contains(name(file)) && !UNLISTED.contains(name(file))) {
                found("file-added", name(file));
            }
        }
    }

    /** One after the other without gaps, each on the one before, each signed. */
    private void readSeals() throws IOException {
        Map<String, Object> before = null;
        String hashBefore = null;
        for (String line : text("seals.jsonl").lines().toList()) {
            Map<String, Object> seal = object("seals.jsonl", line);
            if (seal.isEmpty()) {
                continue;
            }
            long no = number(seal, "no");
            byte[] head = headText(seal);
            String hash = hex(sha256(head));
            if (before != null
                    && (no != number(before, "no") + 1
                            || number(seal, "fromId") != number(before, "toId") + 1
                            || !hashBefore.equals(seal.get("previous")))) {
                found("seal-unlinked", no);
            }
            if (!signed((String) seal.get("keyId"), head, unhex((String) seal.get("signature")))) {
                found("seal-signature", no);
            }
            String outside = outsideHeads.remove(no);
            if (outside != null && !outside.equals(hash)) {
                found("seal-other-head", no);
            }
            seals.put(no, seal);
            sealedTo = number(seal, "toId");
            before = seal;
            hashBefore = hash;
        }
        if (before != null && !trusted.isEmpty() && !trusted.contains((String) before.get("keyId"))) {
            found("seal-untrusted", number(before, "no"), before.get("keyId"));
        }
        outsideHeads.keySet().forEach(no -> found("seal-missing", no));
    }

    /** Each entry under the signed root of its seal, in order, none missing, none added. */
    private void checkEntries(String activation) throws IOException {
        Map<Long, Map<String, Object>> proofs = new TreeMap<>();
        for (String line : text("proofs.jsonl").lines().toList()) {
            Map<String, Object> proof = object("proofs.jsonl", line);
            if (!proof.isEmpty()) {
                proofs.put(number(proof, "entry"), proof);
            }
        }
        Set<Long> erased = new HashSet<>();
        Set<Long> withoutValues = new HashSet<>();
        long last = 0;
        for (String line : text("entries.jsonl").lines().toList()) {
            Map<String, Object> entry = object("entries.jsonl", line);
            if (entry.isEmpty()) {
                continue;
            }
            long id = number(entry, "id");
            entries++;
            if (id <= last) {
                found("entry-order", id, last);
            }
            last = Math.max(last, id);
            if (!activation.equals(entry.get("activation"))) {
                found("entry-foreign", id);
            }
            checkEntry(id, entry, proofs.remove(id));
            if (entry.get("facts") == null) {
                withoutValues.add(id);
            } else if (!hex(sha256(unhex((String) entry.get("salt")), utf8(entry.get("facts")))).equals(entry.get("factsHash"))) {
                found("entry-values", id);
            }
            if ("values-erased".equals(entry.get("kind"))) {
                erased.add(number(Json.object((String) entry.get("origin")), "erased"));
            }
        }
        withoutValues.stream().sorted().filter(id -> !erased.contains(id)).forEach(id -> found("entry-values-lost", id));
        proofs.keySet().forEach(id -> found("entry-missing", id));
    }

    private void checkEntry(long id, Map<String, Object> entry, Map<String, Object> proof) {
        if (proof == null) {
            if (id <= sealedTo) {
                found("entry-added", id);
            }
            unsealed += id <= sealedTo ? 0 : 1;
            return;
        }
        Map<String, Object> seal = seals.get(number(proof, "seal"));
        byte[] leaf = sha256(new byte[] {0}, ByteBuffer.allocate(8).putLong(id).array(), sha256(entryText(entry)));
        if (seal == null || !hex(root(leaf, proof, number(seal, "entries"))).equals(seal.get("root"))) {
            found("entry-changed", id, number(proof, "seal"));
        }
    }

    /** RFC 9162, section 2.1.3.2; nothing where the way does not fit to the tree. */
    private static byte[] root(byte[] leaf, Map<String, Object> proof, long entries) {
        long at = number(proof, "index");
        long last = entries - 1;
        byte[] hash = leaf;
        for (Object step : (List<?>) proof.get("path")) {
            byte[] beside = unhex((String) step);
            if (at % 2 == 1 || at == last) {
                hash = sha256(new byte[] {1}, beside, hash);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                hash = sha256(new byte[] {1}, hash, beside);
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 ? hash : new byte[0];
    }

    private static byte[] entryText(Map<String, Object> entry) {
        return lines("keizoku-entry-1", entry, "id", "activation", "at", "actor", "capacity", "kind", "told", "factsHash", "origin",
                "recordedAt");
    }

    private static byte[] headText(Map<String, Object> seal) {
        return lines("keizoku-seal-1", seal, "no", "fromId", "toId", "entries", "root", "previous", "sealedAt", "keyId");
    }

    /** What is hashed: each value with its length in bytes before it, a hyphen for none. */
    private static byte[] lines(String what, Map<String, Object> row, String... columns) {
        var text = new StringBuilder(what).append('\n');
        for (String column : columns) {
            Object value = row.get(column);
            text.append(value == null ? "-\n" : utf8(value).length + ":" + value + "\n");
        }
        return utf8(text);
    }

    private boolean signed(String keyId, byte[] text, byte[] signature) {
        if (!keys.containsKey(keyId)) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(keys.get(keyId));
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    private void found(String key, Object... values) {
        findings++;
        say(key, values);
    }

    private void say(String key, Object... values) {
        String said = words.getOrDefault(key, Arrays.toString(values));
        for (int n = 0; n < values.length; n++) {
            said = said.replace("{" + n + "}", String.valueOf(values[n]));
        }
        out.println("[" + key + "] " + said);
    }

    /** Empty, and told, where a line was broken. */
    private Map<String, Object> object(String file, String line) {
        try {
            return Json.object(line);
        } catch (RuntimeException broken) {
            found("line-broken", file, line.substring(0, Math.min(60, line.length())));
            return Map.of();
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** What is not there is told by the list; here it is empty. */
    private byte[] bytes(String name) throws IOException {
        return Files.exists(folder.resolve(name)) ? Files.readAllBytes(folder.resolve(name)) : new byte[0];
    }

    private String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static long number(Map<String, Object> row, String key) {
        return row.get(key) instanceof Long value ? value : -1;
    }

    private static byte[] utf8(Object text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] unhex(String hex) {
        try {
            return HexFormat.of().parseHex(hex == null ? "" : hex);
        } catch (IllegalArgumentException noHex) {
            return new byte[0];
        }
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

/** Reads as much of JSON as stands in a bundle: objects, arrays, strings, whole numbers, null, true and false. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        return (Map<String, Object>) new Json(text).value();
    }

    private Object value() {
        switch (next()) {
            case '{':
                return members();
            case '[':
                return elements();
            case '"':
                return string();
            default:
                return word();
        }
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        while (next() != '}') {
            String key = string();
            expect(':');
            members.put(key, value());
            if (next() == ',') {
                at++;
            }
        }
        at++;
        return members;
    }

    private List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        at++;
        while (next() != ']') {
            elements.add(value());
            if (next() == ',') {
                at++;
            }
        }
        at++;
        return elements;
    }

    private String string() {
        expect('"');
        var read = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            read.append(c == '\\' ? escaped() : c);
        }
        at++;
        return read.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int known = "bfnrt".indexOf(c);
        return known < 0 ? c : "\b\f\n\r\t".charAt(known);
    }

    private Object word() {
        int from = at;
        while (at < text.length() && ",]} \t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        return switch (word) {
            case "null" -> null;
            case "true", "false" -> Boolean.valueOf(word);
            default -> Long.valueOf(word);
        };
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw new IllegalArgumentException("no JSON");
        }
        at++;
    }

    private char next() {
        while (" \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.charAt(at);
    }
}
