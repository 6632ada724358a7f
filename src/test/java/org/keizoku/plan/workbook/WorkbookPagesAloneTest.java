package org.keizoku.plan.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.plan.ActsFor;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.PlanProposals;
import org.keizoku.plan.Plans;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.ui.ExtendedModelMap;

/** What the whole application hardly shows: a plan that changes between a look and its confirmation, and no procedure to propose to. */
class WorkbookPagesAloneTest {

    private final Plans plans = mock(Plans.class);
    private final List<String> proposed = new ArrayList<>();
    private final MockHttpSession session = new MockHttpSession();
    private final TestingAuthenticationToken leader = new TestingAuthenticationToken("shukan", "", "ROLE_team-leader");
    private String yaml;

    @BeforeEach
    void version_1_is_in_force() throws IOException {
        yaml = new ClassPathResource("plans/sample-city/plan.yaml").getContentAsString(StandardCharsets.UTF_8);
        var plan = new PlanFile("plan.yaml", yaml).read();
        when(plans.inForce()).thenReturn(plan);
        when(plans.inForceVersion()).thenReturn(1L);
        when(plans.version(anyLong())).thenReturn(plan);
        when(plans.text(anyLong())).thenReturn(yaml);
    }

    @Test
    void a_plan_that_changed_meanwhile_refuses_the_confirmation() throws IOException {
        var pages = pages(new StaticListableBeanFactory(
                Map.of("proposals", (PlanProposals) (text, proposer, reason) -> proposed.add(text) ? 1 : 0)));
        String id = brought(pages);
        when(plans.inForceVersion()).thenReturn(2L);

        var page = new ExtendedModelMap();
        assertThat(pages.propose(id, "2.0", "見直し", leader, session, page)).isEqualTo("plan/workbook-brought");

        assertThat((String) page.get("refused")).contains("計画の新しい版が施行されました");
        assertThat(proposed).isEmpty();
    }

    @Test
    void without_a_procedure_to_propose_to_it_says_so() throws IOException {
        var pages = pages(new StaticListableBeanFactory());
        String id = brought(pages);

        var look = new ExtendedModelMap();
        pages.look(id, leader, session, look);
        assertThat(look.get("isOpen")).isEqualTo(false);

        var page = new ExtendedModelMap();
        pages.propose(id, "2.0", "見直し", leader, session, page);
        assertThat((String) page.get("refused")).contains("計画の改訂の手順がない");
    }

    private WorkbookPages pages(StaticListableBeanFactory beans) {
        return new WorkbookPages(
                plans, beans.getBeanProvider(PlanProposals.class), new WorkbookRights(plans, new ActsFor(plans)));
    }

    private String brought(WorkbookPages pages) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(new PlanWorkbook(yaml).written()))) {
            book.getSheet("様式1").getRow(1).getCell(1).setCellValue("庁内ネットワーク");
            book.write(bytes);
        }
        var file = new MockMultipartFile("file", bytes.toByteArray());
        return pages.bring(file, leader, session, new ExtendedModelMap())
                .replace("redirect:/plan/workbook/brought/", "");
    }
}
