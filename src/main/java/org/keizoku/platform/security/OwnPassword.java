package org.keizoku.platform.security;

import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Refused;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's own password, changed by that person alone, who proves to know the present one. */
@Service
public class OwnPassword {

    /** Long enough that slowed-down guessing is hopeless; no rules on kinds of characters, which only make passwords harder to remember. */
    static final int SHORTEST = 12;

    /** Nobody types more. */
    static final int LONGEST = 200;

    private final IdentityService identity;
    private final Actor actor;
    private final SignInThrottle throttle;
    private final SignInRecord record;
    private final SessionRegistry sessions;
    private final TransactionTemplate transaction;

    OwnPassword(
            IdentityService identity,
            Actor actor,
            SignInThrottle throttle,
            SignInRecord record,
            SessionRegistry sessions,
            PlatformTransactionManager transactions) {
        this.identity = identity;
        this.actor = actor;
        this.throttle = throttle;
        this.record = record;
        this.sessions = sessions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Changes the password and ends the person's other sessions; {@link Refused} where the present one is wrong or the new one will not do.
     *
     * @param session the session that goes on
     */
    public void change(String person, String address, String session, String present, String next, String again) {
        insistOnKnowing(person, address, present);
        insistOnGood(person, present, next, again);
        // What was refused before this is on record too, so it must not share a transaction with its refusal.
        transaction.executeWithoutResult(open -> {
            store(person, next);
            record.passwordChanged(person);
        });
        sessions.getAllSessions(person, false).stream()
                .filter(other -> !other.getSessionId().equals(session))
                .forEach(SessionInformation::expireNow);
    }

    private void store(String person, String next) {
        actor.asSystem(() -> {
            var user = identity.createUserQuery().userId(person).singleResult();
            user.setPassword(next);
            identity.saveUser(user);
            return user;
        });
    }

    /** Whoever sits down at somebody's open page must not find the password out by trying here. */
    private void insistOnKnowing(String person, String address, String present) {
        try {
            throttle.mayTry(person, address);
        } catch (SignInThrottle.HeldBack tooOften) {
            if (tooOften.isFirst()) {
                record.heldBack(person);
            }
            throw new Refused("失敗が続いたため、しばらく受け付けません。1分ほど待ってから、もう一度お試しください。");
        }
        if (!identity.checkPassword(person, present)) {
            throttle.failed(person, address);
            record.failed(person);
            throw new Refused("今のパスワードが違います。");
        }
        throttle.succeeded(person, address);
    }

    private static void insistOnGood(String person, String present, String next, String again) {
        if (!next.equals(again)) {
            throw new Refused("新しいパスワードが2回とも同じではありません。");
        }
        if (next.length() < SHORTEST || next.length() > LONGEST) {
            throw new Refused("新しいパスワードは%d文字以上%d文字以下にしてください。".formatted(SHORTEST, LONGEST));
        }
        if (next.equals(present)) {
            throw new Refused("今と同じパスワードにはできません。");
        }
        if (next.toLowerCase(Locale.ROOT).contains(person.toLowerCase(Locale.ROOT))) {
            throw new Refused("職員IDを含むパスワードにはできません。");
        }
    }
}
