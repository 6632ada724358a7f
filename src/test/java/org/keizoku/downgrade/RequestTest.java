package org.keizoku.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.Matter;

class RequestTest {

    private static final Instant UNTIL = Instant.parse("2026-01-15T23:14:00Z");

    @Test
    void whatever_changes_in_a_request_changes_its_fingerprint() {
        Request request = request(Matter.FIREWALL, null, "規則", "理由", UNTIL, false);
        Stream<Request> others = Stream.of(
                request(Matter.TAKE_OUT, null, "規則", "理由", UNTIL, false),
                request(Matter.FIREWALL, 3, "規則", "理由", UNTIL, false),
                request(Matter.FIREWALL, null, "規則理", "由", UNTIL, false),
                request(Matter.FIREWALL, null, "規則", "理由 ", UNTIL, false),
                request(Matter.FIREWALL, null, "規則", "理由", UNTIL.plusSeconds(1), false),
                request(Matter.FIREWALL, null, "規則", "理由", UNTIL, true));

        assertThat(request.fingerprint())
                .hasSize(64)
                .isEqualTo(
                        request(Matter.FIREWALL, null, "規則", "理由", UNTIL, false).fingerprint());
        assertThat(Stream.concat(Stream.of(request), others)
                        .map(Request::fingerprint)
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void evidence_is_told_by_its_bytes() {
        assertThat(EvidenceKind.of("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).hasValue(EvidenceKind.PDF);
        assertThat(EvidenceKind.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0}))
                .hasValue(EvidenceKind.PNG);
        assertThat(EvidenceKind.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
                .hasValue(EvidenceKind.JPEG);
        assertThat(EvidenceKind.of("規則\t12\r\n".getBytes(StandardCharsets.UTF_8)))
                .hasValue(EvidenceKind.TEXT);
        for (byte[] other :
                List.of(new byte[] {'P', 'K', 3, 4}, new byte[] {(byte) 0x83, (byte) 0x5C}, new byte[] {0})) {
            assertThat(EvidenceKind.of(other)).isEmpty();
        }
    }

    private static Request request(
            Matter matter, Integer level, String target, String reason, Instant until, boolean breakGlass) {
        return new Request(
                new ActivationNumber("2026-001"),
                matter,
                level,
                target,
                reason,
                "対策",
                "戻し方",
                "情報システム班",
                until,
                breakGlass);
    }
}
