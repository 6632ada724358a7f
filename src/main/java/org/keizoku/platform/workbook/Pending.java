package org.keizoku.platform.workbook;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person has brought and seen but not yet confirmed: one thing of a kind in their session, so that what they confirm is what they
 * saw, and that it is forgotten with the session. A browser cannot send the same file a second time by itself, and what stands in it
 * has no place in the fields of a page.
 *
 * @param <T> what is pending
 */
public final class Pending<T> {

    private final Class<T> kind;

    public Pending(Class<T> kind) {
        this.kind = kind;
    }

    /** Keeps it in the place of an earlier one; gives the id by which the page calls it. */
    public String keep(HttpSession session, T brought) {
        String id = UUID.randomUUID().toString();
        session.setAttribute(kind.getName(), new Kept(id, brought));
        return id;
    }

    /** What was kept under this id; empty where it was confirmed, replaced or forgotten since. */
    public Optional<T> find(HttpSession session, String id) {
        return session.getAttribute(kind.getName()) instanceof Kept kept && kept.id.equals(id)
                ? Optional.of(kind.cast(kept.brought))
                : Optional.empty();
    }

    public void forget(HttpSession session) {
        session.removeAttribute(kind.getName());
    }

    private record Kept(String id, Object brought) {}
}
