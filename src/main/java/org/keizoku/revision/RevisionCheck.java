package org.keizoku.revision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.PlanFinding;
import org.keizoku.plan.PlanFinding.Severity;

/** What is wrong with a text as the next version of a plan: all that lint finds, and whether it is the same plan under the right number. */
final class RevisionCheck {

    static final String FILE = "改訂案";

    private static final ClauseId MANUALS_SAY_WHAT_IS_NEW = new ClauseId("KTS-603-04");

    private final Plan base;

    RevisionCheck(Plan base) {
        this.base = base;
    }

    /**
     * What was found.
     *
     * @param version the version that the text gives itself, empty where it cannot be read
     */
    record Result(Optional<String> version, List<PlanFinding> findings) {

        boolean passed() {
            return findings.stream().noneMatch(PlanFinding::isError);
        }
    }

    /** All that lint found in the text, and what is wrong with it as the next version. */
    Result of(String yaml, List<PlanFinding> found) {
        var file = new PlanFile(FILE, yaml);
        if (!file.refusals().isEmpty()) {
            return new Result(Optional.empty(), found);
        }
        Plan proposed = file.read();
        return new Result(
                Optional.of(proposed.version()),
                Stream.concat(own(file, proposed), found.stream()).toList());
    }

    private Stream<PlanFinding> own(PlanFile file, Plan proposed) {
        if (!proposed.id().equals(base.id())) {
            return Stream.of(error(
                    file,
                    "id",
                    "plan",
                    "別の計画(id「%s」)です".formatted(proposed.id()),
                    "idを「%s」にしてください".formatted(base.id())));
        }
        return Stream.concat(version(file, proposed), manuals(file, proposed));
    }

    private Stream<PlanFinding> manuals(PlanFile file, Plan proposed) {
        return ManualIssues.revised(base, proposed)
                .filter(manual -> !ManualIssues.saysWhatIsNew(base, manual))
                .map(manual -> file.at(
                        "documents[%d].changes".formatted(proposed.documents().indexOf(manual)),
                        Severity.ERROR,
                        "manual-changes",
                        Optional.of(MANUALS_SAY_WHAT_IS_NEW),
                        "マニュアル「%s」の版を改めましたが、改訂の主な内容がありません".formatted(manual.called()),
                        "この文書のchangesに、改訂の主な内容を書いてください"));
    }

    private Stream<PlanFinding> version(PlanFile file, Plan proposed) {
        var next = new NextVersion(base.revision().numbering(), base.version());
        return next.allows(proposed.version())
                ? Stream.empty()
                : Stream.of(error(
                        file,
                        "version",
                        "version",
                        "版「%s」は、今の版「%s」の次の版ではありません".formatted(proposed.version(), base.version()),
                        "versionを%sにしてください".formatted(next.inWords())));
    }

    private PlanFinding error(PlanFile file, String path, String rule, String message, String remedy) {
        Optional<ClauseId> clause = base.revision().clause().stream().findFirst();
        return file.at(path, Severity.ERROR, rule, clause, message, remedy);
    }
}
