package org.keizoku.people.contact;

/**
 * Where a person is reached on one channel; it does not print its address, so that no log line can.
 *
 * @param position 0 for the first address of the channel, which is tried first
 */
public record Contact(ContactChannel channel, String address, int position) {

    @Override
    public String toString() {
        return "Contact[%s %d ***]".formatted(channel, position);
    }
}
