package org.keizoku.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r\n=1", "=1\n+2", "\uFF1D1+1", "\uFF0D1"})
    void a_cell_that_looks_like_a_formula_is_text(String told) {
        assertThat(Csv.of(List.of(line(told)))).contains(",\"'" + told + "\",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"現庁舎に決定", "3-1会議室", "a=b"})
    void an_ordinary_cell_stays_as_it_is(String told) {
        assertThat(Csv.of(List.of(line(told)))).contains(",\"" + told + "\",");
    }

    private static Line line(String told) {
        return new Line(1, "2026-01-05 02:14:00", "仮名 一郎", "主査", "", "判断", told, Map.of(), "2026-01-05 02:14:00");
    }
}
