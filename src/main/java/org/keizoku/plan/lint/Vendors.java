package org.keizoku.plan.lint;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.PrioritySystem.Hosting;
import org.keizoku.plan.Vendor;
import org.keizoku.plan.lint.PlanRule.Broken;
import org.keizoku.platform.JapanTime;

/** What a system needs of the company that looks after it. */
final class Vendors {

    private Vendors() {}

    /** Companies that may arrive when the target is already missed. */
    static Stream<Broken> arrivingLate(Plan plan) {
        Map<String, Vendor> vendors = byId(plan);
        return Entry.of("systems", plan.systems()).flatMap(system -> {
            Vendor vendor = vendors.get(system.it().vendor());
            return vendor == null || vendor.arrivesWithin() == null ? Stream.of() : late(system, vendor);
        });
    }

    private static Stream<Broken> late(Entry<PrioritySystem> system, Vendor vendor) {
        return Entry.of(system.at("targets"), system.it().targets())
                .filter(target -> target.it().rto().compareTo(vendor.arrivesWithin()) < 0)
                .map(target -> new Broken(
                        target.at("rto"),
                        "「%s」のRTO(%s)が、「%s」の到着(%s以内)より短くなっています"
                                .formatted(
                                        system.it().name(),
                                        JapanTime.span(target.it().rto()),
                                        vendor.name(),
                                        JapanTime.span(vendor.arrivesWithin())),
                        "到着を待たずに職員で復旧できることを確かめるか、契約の到着時間又はRTOを見直してください"));
    }

    /** Systems that only their provider can bring back, where nobody knows whom to call. */
    static Stream<Broken> unknownProviders(Plan plan) {
        Map<String, Vendor> vendors = byId(plan);
        return Entry.of("systems", plan.systems())
                .filter(system -> system.it().hosting() == Hosting.SAAS)
                .filter(system -> {
                    Vendor provider = vendors.get(system.it().vendor());
                    return provider == null || provider.contacts().isEmpty();
                })
                .map(system -> new Broken(
                        system.at("vendor"),
                        "SaaSの「%s」に、提供者の連絡先がありません".formatted(system.it().name()),
                        "vendorに提供者を書き、vendorsのその提供者にcontacts(連絡窓口)を書いてください"));
    }

    private static Map<String, Vendor> byId(Plan plan) {
        return plan.vendors().stream().collect(Collectors.toMap(Vendor::id, Function.identity()));
    }
}
