package org.keizoku.platform.security;

import java.time.Clock;
import java.util.Map;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.engine.RecordAside;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the record is told about people coming and going. */
@Component
class SignInRecord {

    private final ApplicationEventPublisher events;
    private final RecordAside aside;
    private final Clock clock;

    SignInRecord(ApplicationEventPublisher events, RecordAside aside, Clock clock) {
        this.events = events;
        this.aside = aside;
        this.clock = clock;
    }

    @Transactional
    public void signedIn(String person) {
        tell(person, "sign-in", person + "がログインしました。");
    }

    @Transactional
    public void signedOut(String person) {
        tell(person, "sign-out", person + "がログアウトしました。");
    }

    /** An unknown name is not kept: it may well be a password typed into the wrong field. */
    @Transactional
    public void failed(String knownPerson) {
        tell(
                Actor.SYSTEM,
                "sign-in-failed",
                knownPerson == null ? "登録のない職員IDでログインに失敗しました。" : knownPerson + "のログインに失敗しました。");
    }

    /**
     * After too many failures; told by {@link SignInThrottle.HeldBack#isFirst()} once per wait. Whoever must wait is told so, also where the
     * record cannot be written.
     */
    void heldBack(String knownPerson) {
        String whose = knownPerson == null ? "登録のない職員ID" : knownPerson;
        aside.tell(() -> fact(Actor.SYSTEM, "sign-in-held-back", whose + "のログインの試みを、失敗が続いたため受け付けませんでした。"));
    }

    @Transactional
    public void passwordChanged(String person) {
        tell(person, "password-changed", person + "がパスワードを変更しました。");
    }

    private void tell(String actor, String kind, String told) {
        events.publishEvent(fact(actor, kind, told));
    }

    private Fact fact(String actor, String kind, String told) {
        return new Fact(null, clock.instant(), actor, null, kind, told, Map.of());
    }
}
