package org.keizoku.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.people.contact.Contact;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.plan.EventType;
import org.keizoku.plan.NoticePolicy;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.springframework.stereotype.Component;

/** By which ways of a person a notice goes, and how long each has, as the plan of its activation says; where it does not, by all at once. */
@Component
class NoticePolicies {

    private final Activations activations;
    private final Plans plans;
    private final NoticeSettings settings;

    NoticePolicies(Activations activations, Plans plans, NoticeSettings settings) {
        this.activations = activations;
        this.plans = plans;
        this.settings = settings;
    }

    /**
     * How a notice is carried.
     *
     * @param channels in the order in which they are tried; one that is not named is the last resort, so that nobody is given up while an
     *     address of theirs remains
     * @param atOnce whether the first address of each named channel goes at once
     * @param nextAfter how long without good news until the next address is used
     */
    record Course(List<ContactChannel> channels, boolean atOnce, Duration nextAfter) {

        /** The ways that go first: those by which the person is told without anything having failed. */
        List<Contact> first(List<Contact> ways) {
            List<Contact> named = ways.stream()
                    .filter(way -> channels.contains(way.channel()))
                    .toList();
            List<Contact> usable = inOrder(named.isEmpty() ? ways : named);
            return atOnce ? firstOfEach(usable) : usable.stream().limit(1).toList();
        }

        /** All ways as they are tried one after the other. At once, the order of the addresses stays: those in doubt are the last. */
        List<Contact> inOrder(List<Contact> ways) {
            return ways.stream()
                    .sorted(Comparator.comparingInt(way -> rank(way.channel())))
                    .toList();
        }

        private int rank(ContactChannel channel) {
            int place = channels.indexOf(channel);
            return place < 0 ? channels.size() : atOnce ? 0 : place;
        }

        private static List<Contact> firstOfEach(List<Contact> ways) {
            Set<ContactChannel> had = EnumSet.noneOf(ContactChannel.class);
            List<Contact> first = new ArrayList<>();
            ways.forEach(way -> {
                if (had.add(way.channel())) {
                    first.add(way);
                }
            });
            return first;
        }
    }

    Course of(ActivationNumber number, Urgency urgency) {
        Optional<Activation> activation = Optional.ofNullable(number).flatMap(activations::find);
        Plan plan = activation.map(open -> plans.version(open.planVersion())).orElseGet(plans::inForce);
        EventType event =
                activation.map(Activation::eventType).flatMap(EventType::of).orElse(null);
        return plan.noticePolicy(event, NoticePolicy.About.valueOf(urgency.name()))
                .map(NoticePolicies::course)
                .orElseGet(() -> new Course(List.of(ContactChannel.values()), true, settings.smsReportWithin()));
    }

    private static Course course(NoticePolicy policy) {
        return new Course(
                policy.channels().stream()
                        .map(channel -> ContactChannel.valueOf(channel.name()))
                        .toList(),
                policy.atOnce(),
                policy.nextAfter());
    }
}
