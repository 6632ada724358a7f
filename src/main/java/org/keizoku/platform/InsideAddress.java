package org.keizoku.platform;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where staff inside the organisation reach this application.
 *
 * @param insideUrl without a slash at its end, for example https://bcp.internal
 */
@Validated
@ConfigurationProperties("keizoku")
public record InsideAddress(@NotBlank String insideUrl) {

    /** The short link to a task in Tasklist, which survives the login. */
    public String task(String taskId) {
        return insideUrl + "/t/" + taskId;
    }

    /** The situation page of an activation. */
    public String activation(String number) {
        return insideUrl + "/activations/" + number;
    }

    /** Everybody's contacts, masked, with how sure each is. */
    public String contacts() {
        return insideUrl + "/contacts";
    }

    /** The page of a matter that lowers security for a time. */
    public String downgrade(long number) {
        return insideUrl + "/downgrades/" + number;
    }

    /** The page of a security audit. */
    public String securityAudit(long number) {
        return insideUrl + "/security-audits/" + number;
    }

    /** The page of a proposed version of the plan. */
    public String revision(long number) {
        return insideUrl + "/plan/revisions/" + number;
    }
}
