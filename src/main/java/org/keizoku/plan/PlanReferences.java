package org.keizoku.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names in a plan that must stand for something in the same plan. */
final class PlanReferences {

    private final List<Dangling> found = new ArrayList<>();
    private final Plan plan;
    private final Set<PersonId> people;
    private final Set<RoleId> roles;
    private final Set<String> structures;
    private final Set<String> decisions;
    private final Set<String> startClasses;
    private final Set<String> vendors;
    private final Set<SystemId> systems;

    PlanReferences(Plan plan) {
        this.plan = plan;
        this.people = ids(plan.people(), Person::id);
        this.roles = ids(plan.roles(), Role::id);
        this.structures = ids(plan.structures(), Structure::id);
        this.decisions = ids(plan.decisions(), Decision::id);
        this.startClasses = ids(plan.startClasses(), StartClass::id);
        this.vendors = ids(plan.vendors(), Vendor::id);
        this.systems = ids(plan.systems(), PrioritySystem::id);
    }

    /** A reference that leads nowhere, or an id given twice. */
    record Dangling(String path, String message) {}

    Stream<Dangling> dangling() {
        unique("people", plan.people(), Person::id);
        unique("roles", plan.roles(), Role::id);
        unique("structures", plan.structures(), Structure::id);
        unique("decisions", plan.decisions(), Decision::id);
        unique("sites", plan.sites(), Site::id);
        unique("bases", plan.bases(), Base::id);
        unique("startClasses", plan.startClasses(), StartClass::id);
        unique("systems", plan.systems(), PrioritySystem::id);
        unique("vendors", plan.vendors(), Vendor::id);
        unique("organisations", plan.organisations(), Organisation::id);
        unique("trainings", plan.trainings(), Recurring::id);
        unique("checks", plan.checks(), Recurring::id);
        unique("sheets", plan.sheets(), Sheet::id);
        eachOf("roles", plan.roles(), this::role);
        duties("duties", plan.duties());
        eachOf("structures", plan.structures(), this::structure);
        eventsOnce();
        eachOf("decisions", plan.decisions(), (path, decision) -> known(path + "role", decision.role()));
        eachOf("sites", plan.sites(), (path, site) -> known(path + "surveyedBy", site.surveyedBy()));
        eachOf("systems", plan.systems(), this::system);
        eachOf("assembly.places", plan.assembly().places(), (path, place) -> known(path + "role", place.role()));
        eachOf("trainings", plan.trainings(), (path, training) -> known(path + "who", training.who()));
        eachOf("checks", plan.checks(), (path, check) -> known(path + "who", check.who()));
        eachOf("documents", plan.documents(), this::document);
        if (plan.distribution() != null && plan.distribution().booklet() != null) {
            booklet("distribution.booklet.", plan.distribution().booklet());
        }
        known("revision.planApprovedBy", plan.revision().planApprovedBy());
        known("revision.manualApprovedBy", plan.revision().manualApprovedBy());
        if (plan.security() != null) {
            security(plan.security());
        }
        if (plan.audit() != null) {
            audit(plan.audit());
        }
        return found.stream();
    }

    private void security(Security security) {
        Optional<SecurityStandard> standard = SecurityStandards.find(security.standard());
        if (standard.isEmpty()) {
            found.add(new Dangling("security.standard", "同梱の安全対策基準に「%s」がありません".formatted(security.standard())));
        }
        security.offices().forEach((office, role) -> {
            String path = "security.offices." + office;
            known(path, role);
            if (standard.isPresent() && standard.get().office(office).isEmpty()) {
                found.add(new Dangling(path, "安全対策基準「%s」に職「%s」がありません".formatted(security.standard(), office)));
            }
        });
        Set<Matter> limited = new HashSet<>();
        eachOf("security.limits", security.limits(), (path, limit) -> {
            known(path + "approver", limit.approver());
            if (!limited.add(limit.matter())) {
                found.add(new Dangling(
                        path + "matter",
                        "「%s」が二度書かれています".formatted(limit.matter().code())));
            }
        });
    }

    private void audit(AuditProgramme audit) {
        known("audit.commissionedBy", audit.commissionedBy());
        known("audit.lead", audit.lead());
        known("audit.auditors", audit.auditors());
        for (int n = 0; n < audit.audited().size(); n++) {
            known("audit.audited[%d]".formatted(n), audit.audited().get(n));
        }
    }

    private void role(String path, Role role) {
        persons(path + "holders", role.holders());
        persons(path + "deputies", role.deputies());
        known(path + "above", role.above());
        eachOf(path + "parts", role.parts(), (part, of) -> {
            if (!of.structure().equals(Role.Part.NORMAL)) {
                structure(part + "structure", of.structure());
            }
        });
    }

    private void structure(String path, Structure structure) {
        if (structure.duties() != null) {
            duties(path + "duties", structure.duties().applied(plan.duties()));
        }
        structure.decisions().forEach((decision, role) -> {
            known(path + "decisions." + decision, role);
            if (!decisions.contains(decision)) {
                found.add(new Dangling(path + "decisions." + decision, "decisionsに「%s」がありません".formatted(decision)));
            }
        });
    }

    /** Which structure answers an event must not depend on the order in which they are written. */
    private void eventsOnce() {
        Set<EventType> answered = new HashSet<>();
        eachOf(
                "structures",
                plan.structures(),
                (path, structure) -> eachOf(path + "events", structure.events(), (at, event) -> {
                    if (!answered.add(event)) {
                        found.add(new Dangling(
                                at.substring(0, at.length() - 1), "事象「%s」に体制が二つあります".formatted(event.code())));
                    }
                }));
    }

    private void duties(String path, Duties duties) {
        known(path + ".staff", duties.staff());
        known(path + ".leader", duties.leader());
        known(path + ".head", duties.head());
        known(path + ".headquarters", duties.headquarters());
        known(path + ".auditor", duties.auditor());
        known(path + ".operator", duties.operator());
    }

    private void document(String path, PlanDocument document) {
        known(path + "keeper", document.keeper());
        known(path + "homeCopiesOf", document.homeCopiesOf());
        eachOf(path + "readers", document.readers(), (at, reader) -> known(at.substring(0, at.length() - 1), reader));
        systems(path + "systems", document.systems());
    }

    /** A misspelt chapter or sheet would be missing in the hand of whoever carries the booklet. */
    private void booklet(String path, Distribution.Booklet booklet) {
        Set<String> chapters = plan.sheets().stream().map(Sheet::chapter).collect(Collectors.toSet());
        Set<String> sheets = plan.sheets().stream().map(Sheet::id).collect(Collectors.toSet());
        named(path + "chapters", booklet.chapters(), chapters, "sheetsに章「%s」がありません");
        named(path + "sheets", booklet.sheets(), sheets, "sheetsに「%s」がありません");
    }

    private void named(String path, List<String> names, Set<String> there, String message) {
        for (int n = 0; n < names.size(); n++) {
            if (!there.contains(names.get(n))) {
                found.add(new Dangling("%s[%d]".formatted(path, n), message.formatted(names.get(n))));
            }
        }
    }

    private void system(String path, PrioritySystem system) {
        known(path + "owner", system.owner());
        if (system.vendor() != null && !vendors.contains(system.vendor())) {
            found.add(new Dangling(path + "vendor", "vendorsに「%s」がありません".formatted(system.vendor())));
        }
        if (system.startClass() != null && !startClasses.contains(system.startClass())) {
            found.add(new Dangling(path + "startClass", "startClassesに「%s」がありません".formatted(system.startClass())));
        }
        systems(path + "dependsOn", system.dependsOn());
        system.order().keySet().forEach(structure -> structure(path + "order." + structure, structure));
    }

    private void systems(String path, List<SystemId> ids) {
        for (int n = 0; n < ids.size(); n++) {
            if (!systems.contains(ids.get(n))) {
                found.add(new Dangling("%s[%d]".formatted(path, n), "systemsに「%s」がありません".formatted(ids.get(n))));
            }
        }
    }

    private void structure(String path, String id) {
        if (!structures.contains(id)) {
            found.add(new Dangling(path, "structuresに「%s」がありません".formatted(id)));
        }
    }

    private void persons(String path, List<PersonId> persons) {
        for (int n = 0; n < persons.size(); n++) {
            if (!people.contains(persons.get(n))) {
                found.add(new Dangling("%s[%d]".formatted(path, n), "peopleに「%s」がいません".formatted(persons.get(n))));
            }
        }
    }

    private void known(String path, RoleId role) {
        if (role != null && !roles.contains(role)) {
            found.add(new Dangling(path, "rolesに「%s」がありません".formatted(role)));
        }
    }

    private interface Each<T> {
        void at(String path, T entry);
    }

    private static <T> void eachOf(String part, List<T> entries, Each<T> each) {
        for (int n = 0; n < entries.size(); n++) {
            each.at("%s[%d].".formatted(part, n), entries.get(n));
        }
    }

    private <T, I> void unique(String part, List<T> entries, Function<T, I> id) {
        Set<I> seen = new HashSet<>();
        eachOf(part, entries, (path, entry) -> {
            if (!seen.add(id.apply(entry))) {
                found.add(new Dangling(path + "id", "「%s」が二度書かれています".formatted(id.apply(entry))));
            }
        });
    }

    private static <T, I> Set<I> ids(List<T> entries, Function<T, I> id) {
        return entries.stream().map(id).collect(Collectors.toSet());
    }
}
