package org.keizoku.people.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.keizoku.plan.Organisation;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Vendor;
import org.keizoku.platform.workbook.Spoken;

/** Whom one reaches outside of the plan's own people: a vendor or an organisation of the plan, by its id. */
record OutsideOwner(Kind kind, String id) implements Comparable<OutsideOwner> {

    /** Which list of the plan it stands on. */
    enum Kind {
        VENDOR("事業者"),
        ORGANISATION("関係機関");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** As addresses of pages have it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> called(String words) {
            String key = Spoken.key(words);
            return Arrays.stream(values())
                    .filter(kind -> kind.label.equals(key) || kind.name().equalsIgnoreCase(key))
                    .findFirst();
        }
    }

    /** Every vendor and organisation of the plan, in its order. */
    static List<OutsideOwner> of(Plan plan) {
        return Stream.concat(
                        plan.vendors().stream().map(vendor -> new OutsideOwner(Kind.VENDOR, vendor.id())),
                        plan.organisations().stream().map(one -> new OutsideOwner(Kind.ORGANISATION, one.id())))
                .toList();
    }

    /** The name in the plan; empty where the plan has it no longer. */
    Optional<String> name(Plan plan) {
        return switch (kind) {
            case VENDOR -> plan.findVendor(id).map(Vendor::name);
            case ORGANISATION -> plan.findOrganisation(id).map(Organisation::name);
        };
    }

    /** What it does for us, in words; empty where the plan does not say. */
    String part(Plan plan) {
        return switch (kind) {
            case VENDOR -> plan.findVendor(id).map(Vendor::serves).orElse("");
            case ORGANISATION ->
                plan.findOrganisation(id).map(Organisation::part).orElse("");
        };
    }

    /** Its contact points in the order in which they are tried. */
    List<String> points(Plan plan) {
        return switch (kind) {
            case VENDOR -> plan.findVendor(id).map(Vendor::contacts).orElse(List.of());
            case ORGANISATION ->
                plan.findOrganisation(id).map(Organisation::contacts).orElse(List.of());
        };
    }

    @Override
    public int compareTo(OutsideOwner other) {
        return kind == other.kind ? id.compareTo(other.id) : kind.compareTo(other.kind);
    }

    @Override
    public String toString() {
        return kind.code() + "/" + id;
    }
}
