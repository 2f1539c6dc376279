package org.darya.basin.network;

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
        Reservoirs.readVolumes(given, account, draft);
        account.cost = draft.model.quantity(given.get("cost"), 0);
        if (!account.cost.is(0)) {
            throw given.get("cost")
                    .fail("a cost on a virtual storage has no meaning", "put the cost on the nodes that draw on it.");
        }
        account.toInitial = given.get("reset_to_initial_volume").flag(false);
        account.renewal = renewal(given, draft);
        draft.accounts.add(account);
    }

    private Renewal renewal(Element given, Draft draft) {
        return switch (label) {
            case "AnnualVirtualStorage" ->
                new Renewal.Yearly(
                        given.get("reset_day").integer(1),
                        given.get("reset_month").integer(1),
                        0,
                        0);
            case "SeasonalVirtualStorage" ->
                new Renewal.Yearly(
                        given.get("reset_day").integer(1),
                        given.get("reset_month").integer(1),
                        given.get("end_day").integer(31),
                        given.get("end_month").integer(12));
            case "MonthlyVirtualStorage" ->
                new Renewal.Monthly(
                        given.get("months").integer(1),
                        given.get("initial_months").integer(0));
            case "RollingVirtualStorage" -> new Renewal.Rolling(Derived.steps(given, draft), draft.model.size());
            default -> Renewal.NEVER;
        };
    }
}
