package org.keizoku.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long something took, many times, in milliseconds. */
final class Figures {

    private final List<Double> taken = new ArrayList<>();

    /** Something whose time counts. */
    interface Work {
        void run() throws Exception;
    }

    static double millis(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }

    Figures add(Work work) throws Exception {
        taken.add(millis(work));
        return this;
    }

    void add(double millis) {
        taken.add(millis);
    }

    double at(int percent) {
        var sorted = new ArrayList<>(taken);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    double max() {
        return Collections.max(taken);
    }
}
