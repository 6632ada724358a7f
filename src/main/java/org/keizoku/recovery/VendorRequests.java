package org.keizoku.recovery;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.engine.Refused;
import org.keizoku.plan.Plan;
import org.keizoku.plan.SystemId;
import org.keizoku.plan.Vendor;
import org.keizoku.platform.JapanTime;
import org.keizoku.recovery.VendorRequest.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests to vendors: one contact point after the other is asked until one accepts, then the vendor must be there in time. */
@Service
class VendorRequests {

    private final VendorRows rows;
    private final Activations activations;
    private final VendorAlarm alarm;
    private final Clock clock;

    VendorRequests(VendorRows rows, Activations activations, VendorAlarm alarm, Clock clock) {
        this.rows = rows;
        this.activations = activations;
        this.alarm = alarm;
        this.clock = clock;
    }

    /**
     * A contact point that is asked now.
     *
     * @param answerBy until when it may stay silent
     */
    record Asking(Vendor vendor, String contact, Instant answerBy) {}

    /** What a contact point said. */
    enum Answer {
        ACCEPTED("応じる"),
        ARRIVED("到着・対応中"),
        DECLINED("応じられない"),
        UNREACHED("つながらない");

        private final String label;

        Answer(String label) {
            this.label = label;
        }

        /** The answer as the form names it; a {@link Refused} where it names none. */
        static Answer of(String code) {
            for (Answer answer : values()) {
                if (answer.name().equalsIgnoreCase(code)) {
                    return answer;
                }
            }
            throw new Refused("事業者の返答を選んでください。");
        }
    }

    /** Asks the next contact point of the system's vendor, the first where none is asked at present; empty where all were. */
    @Transactional
    Optional<Asking> askNext(ActivationNumber activation, SystemId system) {
        Plan plan = activations.planOf(activation);
        Vendor vendor = vendorOf(plan, system);
        Instant now = clock.instant();
        int next = rows.find(activation, system)
                .filter(request -> request.state().isPending())
                .map(request -> request.contactNo() + 1)
                .orElse(0);
        if (next >= vendor.contacts().size()) {
            rows.ended(activation, system, State.UNREACHED, now);
            record(activation, system, "vendor-unreached", "%sのどの窓口とも連絡がつかない".formatted(vendor.name()), Map.of());
            return Optional.empty();
        }
        String contact = vendor.contacts().get(next);
        rows.ask(activation, system, vendor.id(), next, now);
        record(
                activation,
                system,
                "vendor-asked",
                "%s(%s)に復旧を依頼".formatted(vendor.name(), contact),
                Map.of("窓口", contact));
        return Optional.of(new Asking(vendor, contact, now.plus(plan.recovery().vendorSilence())));
    }

    /**
     * What the contact point said; until when the vendor must be there where it accepts.
     *
     * @param promised when the vendor says it comes, null where it did not say
     */
    @Transactional
    Optional<Instant> answered(ActivationNumber activation, SystemId system, Answer answer, Instant promised) {
        Vendor vendor = vendorOf(activations.planOf(activation), system);
        Instant now = clock.instant();
        Optional<Instant> due = answer == Answer.ACCEPTED
                ? Optional.of(VendorArrival.due(now, vendor.arrivesWithin(), promised))
                : Optional.empty();
        due.ifPresent(at -> rows.expected(activation, system, at));
        if (answer == Answer.ARRIVED) {
            rows.atWork(activation, system, now);
        }
        record(
                activation,
                system,
                "vendor-answered",
                "%sの返答: %s".formatted(vendor.name(), answer.label),
                due.<Map<String, ?>>map(at -> Map.of("到着の期限", JapanTime.plain(at)))
                        .orElse(Map.of()));
        return due;
    }

    /** The vendor is not there in time: the leader hears of it. */
    @Transactional
    void late(ActivationNumber activation, SystemId system) {
        String told = "%sが到着の期限を過ぎても着かない"
                .formatted(vendorOf(activations.planOf(activation), system).name());
        record(activation, system, "escalation", told, Map.of());
        alarm.tell(activation, system, "late/" + clock.instant().getEpochSecond(), told + "。次の窓口に連絡します。");
    }

    @Transactional
    void arrived(ActivationNumber activation, SystemId system, Instant at) {
        if (at.isAfter(clock.instant())) {
            throw new Refused("到着した時刻が未来です。");
        }
        rows.atWork(activation, system, at);
        record(activation, system, "vendor-arrived", "事業者が到着・対応開始", Map.of("時刻", JapanTime.plain(at)));
    }

    /** What the vendor's work came to. */
    @Transactional
    void finished(ActivationNumber activation, SystemId system, boolean done, String work) {
        rows.ended(activation, system, done ? State.DONE : State.CANNOT, clock.instant());
        String told = done ? "事業者の対応が完了" : "事業者では復旧できない";
        record(activation, system, "vendor-finished", told, Map.of("行った作業", work));
        if (!done) {
            alarm.tell(activation, system, "cannot/" + clock.instant().getEpochSecond(), told + "。ほかの手段を決めてください。");
        }
    }

    /** Ends a request that the system no longer needs, for this reason. */
    @Transactional
    void withdrawn(ActivationNumber activation, SystemId system, String why) {
        rows.find(activation, system)
                .filter(request -> request.state().isPending() || request.state() == State.AT_WORK)
                .ifPresent(open -> {
                    rows.ended(activation, system, State.WITHDRAWN, clock.instant());
                    String told =
                            "%s事業者への依頼を終える(%s)".formatted(why, open.state().label());
                    record(activation, system, "vendor-withdrawn", told, Map.of());
                    alarm.tell(
                            activation,
                            system,
                            "withdrawn/" + open.requestedAt().getEpochSecond(),
                            told + "。事業者に伝えてください。");
                });
    }

    private static Vendor vendorOf(Plan plan, SystemId system) {
        return plan.findVendor(plan.system(system).vendor())
                .orElseThrow(() -> new IllegalArgumentException("no vendor for " + system));
    }

    private void record(ActivationNumber activation, SystemId system, String kind, String told, Map<String, ?> values) {
        String name = activations.planOf(activation).system(system).name();
        activations.record(activation, kind, "%s: %s".formatted(name, told), values);
    }
}
