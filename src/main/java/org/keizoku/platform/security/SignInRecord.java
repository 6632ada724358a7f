package org.keizoku.platform.security;

import java.time.Clock;
import java.util.Map;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the record is told about people coming and going. */
@Component
class SignInRecord {

    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignInRecord(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
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

    /** After too many failures; told by {@link SignInThrottle.HeldBack#isFirst()} once per wait. */
    @Transactional
    public void heldBack(String knownPerson) {
        tell(
                Actor.SYSTEM,
                "sign-in-held-back",
                "%sのログインの試みを、失敗が続いたため受け付けませんでした。".formatted(knownPerson == null ? "登録のない職員ID" : knownPerson));
    }

    @Transactional
    public void passwordChanged(String person) {
        tell(person, "password-changed", person + "がパスワードを変更しました。");
    }

    private void tell(String actor, String kind, String told) {
        events.publishEvent(new Fact(null, clock.instant(), actor, null, kind, told, Map.of()));
    }
}
