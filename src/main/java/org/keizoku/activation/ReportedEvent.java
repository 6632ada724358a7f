package org.keizoku.activation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.keizoku.Keizoku;
import org.keizoku.engine.Coded;
import org.keizoku.engine.Refused;
import org.keizoku.plan.EventType;

/**
 * What happened, as somebody reported it.
 *
 * @param intensity the seismic intensity; null unless it is an earthquake
 * @param typhoon the size of the typhoon; null unless one brings the wind and flood
 * @param headquartersSetUp whether the disaster headquarters is set up
 * @param graveDamage whether systems suffer grave damage or may
 * @param situation what is known, in words; may be null
 */
public record ReportedEvent(
        EventType type,
        Intensity intensity,
        Typhoon typhoon,
        Instant occurredAt,
        boolean headquartersSetUp,
        boolean graveDamage,
        String situation) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of(Keizoku.ZONE));
    /** Clocks differ by a little; an event of tomorrow is a slip of the hand. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int LONGEST_SITUATION = 2000;

    /** Refuses, in words for the person who entered it, what cannot have happened. */
    public ReportedEvent checkedAt(Instant now) {
        if (type == EventType.EARTHQUAKE && intensity == null) {
            throw new Refused("地震のときは震度(intensity)を選んでください: " + Coded.codes(Intensity.class));
        }
        if (typhoon != null && type != EventType.WIND_FLOOD) {
            throw new Refused("台風の大きさ(typhoon)は風水害のときだけ選べます。");
        }
        if (occurredAt.isAfter(now.plus(TOLERANCE))) {
            throw new Refused("発生日時(occurredAt)が未来です。");
        }
        if (occurredAt.isBefore(now.minus(Duration.ofDays(366)))) {
            throw new Refused("発生日時(occurredAt)が1年以上前です。");
        }
        if (situation != null && situation.length() > LONGEST_SITUATION) {
            throw new Refused("状況(situation)は%d字までです。".formatted(LONGEST_SITUATION));
        }
        return this;
    }

    /** The event with another intensity, as a correction found it to be. */
    public ReportedEvent withIntensity(Intensity corrected) {
        return new ReportedEvent(type, corrected, typhoon, occurredAt, headquartersSetUp, graveDamage, situation);
    }

    /** The event once headquarters or grave damage became known. */
    public ReportedEvent withSituation(boolean headquarters, boolean damage) {
        return new ReportedEvent(
                type,
                intensity,
                typhoon,
                occurredAt,
                headquartersSetUp || headquarters,
                graveDamage || damage,
                situation);
    }

    /** In short, for example 地震 震度6弱(11月22日 02:14発生). */
    public String told() {
        String what = type.label();
        if (intensity != null) {
            what += " 震度" + intensity.label();
        }
        if (typhoon != null) {
            what += " " + typhoon.label() + "の台風";
        }
        return "%s(%s発生)".formatted(what, WHEN.format(occurredAt));
    }
}
