package org.keizoku.scenario;

import static org.keizoku.scenario.Entered.entered;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.keizoku.recovery.ContinuityModel;
import org.keizoku.recovery.InitialResponseModel;
import org.keizoku.testing.Night;

/** An activation brought quickly to where a test begins: commanded, surveyed and with its base decided. */
public record SurveyedNight(Night night, City city, String number) {

    /** Up to the decision whether continuity starts, which is made as given. */
    public void upTo(String continuityDecision) {
        surveyed();
        city.decides("ict-bucho", number, continuityDecision, "判断の理由");
    }

    /** Until the head is asked whether continuity starts. */
    void surveyed() {
        city.decides("ict-bucho", number, "survey", "");
        for (Task survey : night.tasks(number, InitialResponseModel.SURVEY_SITE)) {
            String person = survey.getName().contains("○○")
                    ? "gakko1"
                    : survey.getName().contains("××") ? "gakko2" : "joho1";
            night.claimAndComplete(
                    person,
                    survey,
                    entered(
                            "siteUsable",
                            "usable",
                            "siteEntry",
                            "yes",
                            "sitePower",
                            "usable",
                            "siteNetwork",
                            "usable"));
        }
        night.claimAndComplete(
                "joho2",
                number,
                InitialResponseModel.DAMAGE_SHEET,
                entered("damagePlace", "分庁舎", "damageAt", "2026-01-16T02:20+09:00"));
        city.decides("shicho", number, "present-building", "使える");
    }

    /** Up to running recoveries of these systems. */
    void recovering(String... systems) {
        upTo("start");
        affects(systems);
        city.decides("ict-bucho", number, "approve", "");
    }

    /** The systems are found damaged and a policy is proposed; the head has it then. */
    void affects(String... systems) {
        night.claimAndComplete(
                "joho1",
                number,
                ContinuityModel.SURVEY_SYSTEMS,
                Map.of("affectedSystems", city.json(List.of(systems))));
        night.claimAndComplete("shukan", number, ContinuityModel.PROPOSE_POLICY, entered("recoveryPolicy", "順に復旧"));
    }
}
