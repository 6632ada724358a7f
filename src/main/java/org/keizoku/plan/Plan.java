package org.keizoku.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keizoku.plan.Role.Rank;

/**
 * One organisation's ICT-BCP as data: who, where, when and how much. A different order of steps is another BPMN file, named in
 * {@code procedures}; a rule of the organisation's own is another DMN table, named in {@code tables}.
 *
 * @param id the plan's short name, for example {@code sample-city}
 * @param version the version the organisation gave it
 * @param issued the day it was issued, null where the source does not say
 * @param source the public document whose facts it holds, null for an organisation's own
 * @param duties which role stands behind each part that the shared procedures know
 * @param structures how the organisation stands for some kinds of event
 * @param decisions the decisions of the procedures, by id
 * @param startClasses the classes of operations by when they must have begun
 * @param notices by which channels people are told; empty for every open channel at once
 * @param references which documents are consulted at which item of the procedure
 * @param distribution how the plan reaches those who have no account here, null where it says nothing
 * @param security the security standard behind the plan, null where it names none
 * @param audit the security audit, null where the plan's documents know none
 * @param retention how long the record is kept, null where the plan does not say
 * @param sheets what people read and no procedure computes with
 * @param procedures process ids that this plan uses instead of the shared ones, by the id of the shared one
 * @param tables decision tables that this plan uses instead of the shared ones, by the id of the shared one
 */
public record Plan(
        @NotBlank String id,
        @NotBlank String organisation,
        @NotBlank String version,
        LocalDate issued,
        String source,
        @NotNull @Valid WorkingHours workingHours,
        @NotEmpty @Valid List<Person> people,
        @NotEmpty @Valid List<Role> roles,
        @NotNull @Valid Duties duties,
        @Valid List<Structure> structures,
        @NotEmpty @Valid List<Decision> decisions,
        @NotEmpty @Valid List<Site> sites,
        @NotEmpty @Valid List<Base> bases,
        @Valid List<StartClass> startClasses,
        @NotEmpty @Valid List<PrioritySystem> systems,
        @NotNull @Valid List<Vendor> vendors,
        @Valid List<Organisation> organisations,
        @NotNull @Valid Assembly assembly,
        @NotNull @Valid RecoveryPolicy recovery,
        @NotNull @Valid Reporting reporting,
        @Valid List<NoticePolicy> notices,
        @Valid List<Recurring> trainings,
        @Valid List<Recurring> checks,
        @Valid List<PlanDocument> documents,
        @Valid List<Reference> references,
        @Valid Distribution distribution,
        @NotNull @Valid Revision revision,
        @Valid Security security,
        @Valid AuditProgramme audit,
        @Valid RecordRetention retention,
        @Valid List<Sheet> sheets,
        Map<String, String> procedures,
        Map<String, String> tables) {

    public Plan {
        structures = Listed.of(structures);
        startClasses = Listed.of(startClasses);
        organisations = Listed.of(organisations);
        notices = Listed.of(notices);
        trainings = Listed.of(trainings);
        checks = Listed.of(checks);
        documents = Listed.of(documents);
        references = Listed.of(references);
        sheets = Listed.of(sheets);
        procedures = Listed.of(procedures);
        tables = Listed.of(tables);
    }

    public Person person(PersonId id) {
        return named("person", people, Person::id, id);
    }

    /** The person, or nobody: who left the organisation stays on old records. */
    public Optional<Person> findPerson(String id) {
        return people.stream().filter(person -> person.id().value().equals(id)).findFirst();
    }

    public Role role(RoleId id) {
        return named("role", roles, Role::id, id);
    }

    /** The role, the one above it, and so on to the top; each once, even where the plan goes round in a circle. */
    public Stream<Role> roleAndAbove(RoleId id) {
        Map<RoleId, Role> chain = new LinkedHashMap<>();
        for (RoleId at = id;
                at != null && !chain.containsKey(at);
                at = chain.get(at).above()) {
            chain.put(at, role(at));
        }
        return chain.values().stream();
    }

    /**
     * In which order people act for these roles: each role's holders, its deputies, then the same of the roles above, before the next of
     * these roles begins; each group once.
     */
    public List<Rank> ranksFrom(RoleId... chain) {
        Map<String, Rank> ranks = new LinkedHashMap<>();
        Stream.of(chain)
                .flatMap(this::roleAndAbove)
                .flatMap(role -> role.ranks().stream())
                .forEach(rank -> ranks.putIfAbsent(rank.group(), rank));
        return List.copyOf(ranks.values());
    }

    /** In which order a decision of this role is offered; headquarters last, so that it is never nobody. */
    public List<Rank> decidingRanks(RoleId role) {
        return ranksFrom(role, duties.headquarters());
    }

    /** In which capacity the person acts on what is offered to these groups: their first rank among them; empty where none is theirs. */
    public Optional<String> capacity(PersonId person, Set<String> groups) {
        return roles.stream()
                .flatMap(role -> role.ranks().stream())
                .filter(rank -> groups.contains(rank.group()) && rank.persons().contains(person))
                .map(Rank::capacity)
                .findFirst();
    }

    public Decision decision(String id) {
        return named("decision", decisions, Decision::id, id);
    }

    public PrioritySystem system(SystemId id) {
        return named("system", systems, PrioritySystem::id, id);
    }

    public Site site(String id) {
        return named("site", sites, Site::id, id);
    }

    public Base base(String id) {
        return named("base", bases, Base::id, id);
    }

    public Optional<Vendor> findVendor(String id) {
        return vendors.stream().filter(vendor -> vendor.id().equals(id)).findFirst();
    }

    public Optional<StartClass> findStartClass(String id) {
        return startClasses.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Organisation> findOrganisation(String id) {
        return organisations.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The documents about the system, in their order. */
    public List<PlanDocument> documentsOn(SystemId system) {
        return documents.stream()
                .filter(document -> document.systems().contains(system))
                .toList();
    }

    /**
     * How people are told of such a matter; empty where the plan does not say.
     *
     * @param event null for a notice that belongs to no activation
     */
    public Optional<NoticePolicy> noticePolicy(EventType event, NoticePolicy.About matter) {
        return notices.stream().filter(policy -> policy.fits(event, matter)).findFirst();
    }

    /** Where the person assembles, in the order in which the places are tried: as a role of theirs does, else as everybody. */
    public List<Assembly.Place> placesFor(PersonId person) {
        List<RoleId> held = roles.stream()
                .filter(role -> role.holders().contains(person))
                .map(Role::id)
                .toList();
        return assembly.placesFor(held);
    }

    /** The process that this plan runs for a shared procedure. */
    public String procedure(String shared) {
        return procedures.getOrDefault(shared, shared);
    }

    /** The decision table that this plan asks instead of a shared one. */
    public String table(String shared) {
        return tables.getOrDefault(shared, shared);
    }

    /** The structure that answers an event of this type, if the plan has one of its own for it. */
    public Optional<Structure> structureFor(String eventType) {
        return structures.stream()
                .filter(structure -> structure.events().stream()
                        .anyMatch(event -> event.code().equals(eventType)))
                .findFirst();
    }

    /**
     * The plan as it stands for an event of this type: the structure's roles play the parts and make the decisions, and the priority
     * systems are those on the structure's list, in its order.
     */
    public Plan underEvent(String eventType) {
        return structureFor(eventType).map(this::standingAs).orElse(this);
    }

    private Plan standingAs(Structure structure) {
        Duties played = structure.duties() == null ? duties : structure.duties().applied(duties);
        List<Decision> made = decisions.stream()
                .map(decision -> decision.madeBy(structure.decisions().getOrDefault(decision.id(), decision.role())))
                .toList();
        List<PrioritySystem> listed = systems.stream()
                .filter(system -> system.isOnListOf(structure.id()))
                .sorted(Comparator.comparing(system -> system.order().getOrDefault(structure.id(), 0)))
                .toList();
        return new Plan(
                id,
                organisation,
                version,
                issued,
                source,
                workingHours,
                people,
                roles,
                played,
                structures,
                made,
                sites,
                bases,
                startClasses,
                listed,
                vendors,
                organisations,
                assembly,
                recovery,
                reporting,
                notices,
                trainings,
                checks,
                documents,
                references,
                distribution,
                revision,
                security,
                audit,
                retention,
                sheets,
                procedures,
                tables);
    }

    private static <T, I> T named(String what, List<T> entries, Function<T, I> id, I wanted) {
        return entries.stream()
                .filter(entry -> id.apply(entry).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no %s %s".formatted(what, wanted)));
    }
}
