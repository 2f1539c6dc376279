package org.darya.basin.network;

import java.time.Month;
import java.time.MonthDay;
import java.util.Map;
import org.darya.basin.model.Node;
import org.darya.basin.read.Element;

/** The types of virtual storage. */
record Accounts(String label) implements NodeType {

    static void register(Map<String, NodeType> types) {
        for (String label : new String[] {
            "VirtualStorage",
            "AnnualVirtualStorage",
            "SeasonalVirtualStorage",
            "MonthlyVirtualStorage",
            "RollingVirtualStorage"
        }) {
            types.put(label.toLowerCase(java.util.Locale.ROOT), new Accounts(label));
        }
    }

    @Override
    public Node create(Element given, int size) {
        return new Account(given.need("name").text(), label, size);
    }

    @Override
    public void lay(Element given, Node node, Draft draft) {
        Account account = (Account) node;
        if (label.equals("RollingVirtualStorage") && !given.has("initial_volume") && !given.has("initial_volume_pc")) {
            Reservoirs.readBounds(given, account, draft);
        } else {
            Reservoirs.readVolumes(given, account, draft);
        }
        account.cost = draft.model.quantity(given.get("cost"), 0);
        if (!account.cost.is(0)) {
            throw given.get("cost")
                    .fail("a cost on a virtual storage has no meaning", "put the cost on the nodes that draw on it.");
        }
        account.capacityVaries =
                given.has("max_volume") && !given.get("max_volume").isNumber();
        account.toInitial = given.get("reset_to_initial_volume").flag(false);
        account.renewal = renewal(given, draft);
        draft.accounts.add(account);
    }

    private Renewal renewal(Element given, Draft draft) {
        return switch (label) {
            case "AnnualVirtualStorage" -> new Renewal.Yearly(day(given, "reset", 1, 1), null);
            case "SeasonalVirtualStorage" -> new Renewal.Yearly(day(given, "reset", 1, 1), day(given, "end", 31, 12));
            case "MonthlyVirtualStorage" ->
                new Renewal.Monthly(
                        given.get("months").integer(1),
                        given.get("initial_months").integer(0));
            case "RollingVirtualStorage" -> rolling(given, draft);
            default -> Renewal.NEVER;
        };
    }

    private static MonthDay day(Element given, String what, int day, int month) {
        Element inMonth = given.get(what + "_day");
        Element ofYear = given.get(what + "_month");
        int m = ofYear.integer(month);
        if (m < 1 || m > 12) {
            throw ofYear.fail("a month of " + m, "count from 1 to 12.");
        }
        int d = inMonth.integer(day);
        if (d < 1 || d > Month.of(m).maxLength()) {
            throw inMonth.fail("day " + d + " of month " + m, "there is no such day.");
        }
        return MonthDay.of(m, d);
    }

    /** Steps of the longest rolling licence: what was drawn in each of them has to be kept. */
    private static final int LONGEST = 100_000;

    private static Renewal rolling(Element given, Draft draft) {
        int days = given.get("days").integer(0);
        int length = draft.model.timeline().steps().get(0).days();
        int steps = days > 0 ? days / length : given.get("timesteps").integer(0);
        if (steps < 2 || steps > LONGEST) {
            throw given.fail(
                    "a rolling licence over " + steps + " steps",
                    "give 'timesteps' or 'days' of 2 to " + LONGEST + " steps.");
        }
        return new Renewal.Rolling(steps, draft.model.size());
    }
}
