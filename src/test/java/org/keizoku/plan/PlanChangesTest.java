package org.keizoku.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanChangesTest {

    private static final String JOHO4 = "  - {id: joho4, name: 仮名 四季, post: 情報システム担当 主事, distanceKm: 10}\n";

    @Test
    void the_same_plan_changes_nothing() {
        assertThat(changes("people:", "# 注記だけの違い\npeople:")).isEmpty();
    }

    @Test
    void people_who_come_go_and_move_are_told_by_id_and_post() {
        assertThat(changes(JOHO4, JOHO4 + "  - {id: joho5, name: 仮名 五月, post: 情報システム担当 主事補, distanceKm: 2}\n"))
                .containsExactly("職員を追加: joho5(情報システム担当 主事補)");
        assertThat(changes(JOHO4, "", "joho3, joho4]", "joho3]"))
                .contains(
                        "職員を削除: joho4(情報システム担当 主事)",
                        "担当者を変更: 情報システム班(team) shukan、joho1、joho2、joho3、joho4 → shukan、joho1、joho2、joho3");
        assertThat(changes("post: 情報システム担当 主事, distanceKm: 10", "post: 情報システム担当 主任, distanceKm: 11"))
                .containsExactly("職員の職を変更: joho4 情報システム担当 主事 → 情報システム担当 主任", "職員の自宅からの距離(km)を変更: joho4 10 → 11");
        assertThat(changes("仮名 四季", "仮名 四希")).containsExactly("職員の氏名を変更: joho4");
    }

    @Test
    void roles_and_their_deputies_are_told() {
        assertThat(changes("deputies: [somu-bucho, kikaku-kacho]", "deputies: [kikaku-kacho, somu-bucho]"))
                .containsExactly("代行者を変更: 最高情報統括責任者(cio) somu-bucho、kikaku-kacho → kikaku-kacho、somu-bucho");
        assertThat(changes("name: 災害対策本部事務局, holders: [honbu]", "name: 災害対策本部事務局, holders: [honbu], deputies: [somu]"))
                .containsExactly("代行者を追加: 災害対策本部事務局(headquarters-office) なし → somu");
        assertThat(changes("    deputies: [joho1, joho2]\n", ""))
                .containsExactly("代行者を削除: 情報システム班 班長(team-leader) joho1、joho2 → なし");
        assertThat(changes("  - {id: auditor,", "  - {id: printer, name: 印刷係, holders: [koho]}\n  - {id: auditor,"))
                .containsExactly("役割を追加: 印刷係(printer)");
    }

    @Test
    void systems_and_their_target_recovery_times_are_told() {
        assertThat(changes("rto: PT3H, rlo: 住民の安否確認のための照会ができる", "rto: P1DT12H, rlo: 住民の安否確認のための照会ができる"))
                .containsExactly("目標復旧時間を変更: 住民情報システム(resident-register) 3時間 → 1日12時間");
        assertThat(changes("rlo: 1台で被災者台帳を作れる", "rlo: 2台で被災者台帳を作れる"))
                .containsExactly("目標復旧レベルを変更: 被災者支援システム(victim-support) 1台で被災者台帳を作れる → 2台で被災者台帳を作れる");
        assertThat(changes("substitute: SNSによる情報提供", "substitute: 掲示による情報提供"))
                .containsExactly("優先システムの記載を変更: 公開Webサーバ(public-web)");
    }

    @Test
    void what_else_changed_is_told_by_its_part() {
        assertThat(changes("signWithin: PT30M", "signWithin: PT20M")).containsExactly("本部報告を変更");
    }

    @Test
    void a_line_diff_shows_what_stood_and_what_stands() {
        String diff = LineDiff.between("一\n二\n三\n", "一\n二の二\n三\n");

        assertThat(diff.lines()).contains("-二", "+二の二", " 一", " 三");
        assertThat(LineDiff.between("一\n", "一\n")).isEmpty();
    }

    @Test
    void texts_that_have_nothing_in_common_are_compared_without_a_hang() {
        String before = numbered("前");
        String after = numbered("後");

        String diff = assertTimeout(Duration.ofSeconds(60), () -> LineDiff.between(before, after));

        assertThat(diff.lines()).contains("-前0", "+後99999");
    }

    @Test
    void one_line_among_eight_thousand_is_found() {
        String before = numbered("行").lines().limit(8_000).collect(Collectors.joining("\n"));

        String diff = LineDiff.between(before, before.replace("行4321\n", "新しい行\n"));

        assertThat(diff.lines().filter(line -> line.matches("[-+][^-+].*"))).containsExactly("-行4321", "+新しい行");
    }

    private static String numbered(String word) {
        return String.join(
                "\n", IntStream.range(0, 100_000).mapToObj(n -> word + n).toList());
    }

    private static List<String> changes(String... beforeAndAfter) {
        return PlanChanges.between(plan(SampleCity.with()), plan(SampleCity.with(beforeAndAfter)));
    }

    private static Plan plan(String yaml) {
        return new PlanFile("plan.yaml", yaml).read();
    }
}
