package org.keizoku.contract;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One DMN file, read with Camunda's model API. */
record DecisionFile(Path path, DmnModelInstance model) {

    static DecisionFile read(Path path) {
        return new DecisionFile(path, Dmn.readModelFromFile(path.toFile()));
    }

    /** As its decision must be called: beside a plan with the plan's name before it. */
    String name() {
        String file = path.getFileName().toString().replace(".dmn", "");
        Path folder = path.getParent().getFileName();
        return folder.endsWith("decisions") ? file : folder + "-" + file;
    }

    Stream<Decision> decisions() {
        return all(Decision.class);
    }

    <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    String at(String element, String what) {
        return path.getFileName() + " " + element + ": " + what;
    }
}
