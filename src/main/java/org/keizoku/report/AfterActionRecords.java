package org.keizoku.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.notice.NoticeOrder;
import org.keizoku.notice.Notices;
import org.keizoku.notice.Urgency;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.platform.InsideAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The after-action records: for each activation, which target recovery times were kept, why not, and what to improve. */
@Service
public class AfterActionRecords {

    private final JdbcClient jdbc;
    private final ReportText text;
    private final Activations activations;
    private final Notices notices;
    private final InsideAddress address;
    private final Clock clock;

    AfterActionRecords(
            JdbcClient jdbc,
            ReportText text,
            Activations activations,
            Notices notices,
            InsideAddress address,
            Clock clock) {
        this.jdbc = jdbc;
        this.text = text;
        this.activations = activations;
        this.notices = notices;
        this.address = address;
        this.clock = clock;
    }

    /** The record's text with findings and improvements, empty until it was compiled. */
    public Optional<String> of(ActivationNumber activation) {
        return jdbc.sql(
                        """
                        select text || coalesce(E'\\n原因・課題: ' || findings, '') || coalesce(E'\\n改善点: ' || improvements, '')
                        from after_action_record where activation_number = ?""")
                .param(activation.value())
                .query(String.class)
                .optional();
    }

    @Transactional
    String compile(ActivationNumber activation) {
        String words = text.attainment(activation);
        jdbc.sql(
                        """
                        insert into after_action_record (activation_number, text) values (?, ?)
                        on conflict (activation_number) do update set text = excluded.text""")
                .params(activation.value(), words)
                .update();
        activations.recordBySystem(activation, "record-compiled", "対応記録をまとめる", Map.of("記録", words));
        return words;
    }

    @Transactional
    void reviewed(ActivationNumber activation, String findings, String improvements, String by) {
        jdbc.sql(
                        """
                        update after_action_record set findings = ?, improvements = ?, reviewed_by = ?
                        where activation_number = ?""")
                .params(findings, improvements, by, activation.value())
                .update();
    }

    @Transactional
    void file(ActivationNumber activation) {
        jdbc.sql("update after_action_record set filed_at = ? where activation_number = ?")
                .params(Timestamp.from(clock.instant()), activation.value())
                .update();
        Plan plan = activations.planOf(activation);
        Set<PersonId> hearers = new LinkedHashSet<>();
        hearers.addAll(plan.role(plan.duties().headquarters()).everyone());
        hearers.addAll(plan.role(plan.duties().head()).everyone());
        hearers.forEach(person -> notices.plan(new NoticeOrder(
                activation,
                "after-action-record",
                0,
                person,
                Urgency.REPORT,
                "【対応記録】発動" + activation,
                "発動%sの対応記録がまとまりました。 %s".formatted(activation, address.activation(activation.value())),
                Optional.empty())));
        activations.record(activation, "record-filed", "対応記録を報告", Map.of());
    }
}
