package org.keizoku.audit;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.keizoku.audit.seal.SealState;
import org.keizoku.scenario.City;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Lazy;

/** Nights that the engine really ran, on record and sealed by the sealer of the application. */
@TestComponent
@Lazy
public class SealedNights {

    private final Night night;
    private final City city;
    private final SealState seals;
    private final Lifecycle sealing;

    SealedNights(Night night, City city, SealState seals, @Qualifier("sealing") Lifecycle sealing) {
        this.night = night;
        this.city = city;
        this.seals = seals;
        this.sealing = sealing;
    }

    /** An earthquake in which the first deputy takes command after the head's silence; its number. */
    public String earthquake(String occurredAt) {
        String number = city.earthquake("6-lower", occurredAt);
        night.passes(Duration.ofMinutes(30));
        city.decides("somu-bucho", number, "survey", "");
        return number;
    }

    /** Returns once all that is on record is sealed: the sealer looks every five seconds, and at once when it begins. */
    public void areSealed() {
        sealing.stop();
        sealing.start();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> seals.unsealed() == 0);
    }
}
