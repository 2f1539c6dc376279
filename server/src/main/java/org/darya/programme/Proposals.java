package org.darya.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.darya.access.Account;
import org.darya.access.Accounts;
import org.darya.access.Audit;
import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.access.Role;
import org.darya.platform.Visibility;
import org.darya.platform.Words;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Proposed changes as they are kept, and what was decided on them. */
@Service
public class Proposals {
    private static final int MOST = 200;
    private static final TypeReference<LinkedHashMap<String, String>> INPUTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Accounts accounts;
    private final Audit audit;

    Proposals(JdbcClient jdbc, JsonMapper json, Accounts accounts, Audit audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Those that wait first, then the latest. */
    public List<Proposal> all() {
        return read("order by state <> 'pending', id desc limit " + MOST, Map.of());
    }

    /** Those that wait for a decision on this record. */
    public List<Proposal> pending(Kind kind, String record) {
        return read(
                "where kind = :kind and record = :record and state = 'pending' order by id",
                Map.of("kind", kind.word(), "record", record));
    }

    /** One, or null where there is none that the caller may see. */
    public @Nullable Proposal find(long id) {
        List<Proposal> found = read("where id = :id", Map.of("id", id));
        return found.isEmpty() ? null : found.getFirst();
    }

    long add(
            Kind kind,
            String record,
            boolean adding,
            Map<String, String> before,
            Map<String, String> after,
            Collection<String> countries,
            Visibility visibility,
            String why) {
        Account own = own();
        long id = jdbc.sql("""
                        insert into programme.proposal
                            (kind, record, adding, account, who, role, country, organisation, why, before, after, countries, visibility)
                        values (:kind, :record, :adding, :account, :who, :role, :country, :organisation, :why,
                            :before::jsonb, :after::jsonb, :countries, :visibility) returning id""")
                .param("kind", kind.word())
                .param("record", record)
                .param("adding", adding)
                .param("account", own.id())
                .param("who", own.display())
                .param("role", Words.of(own.role()))
                .param("country", own.country())
                .param("organisation", own.organisation())
                .param("why", why)
                .param("before", json.writeValueAsString(before))
                .param("after", json.writeValueAsString(after))
                .param("countries", countries.toArray(String[]::new))
                .param("visibility", circle(visibility))
                .query(Long.class)
                .single();
        audit.write("propose", "proposal", Long.toString(id), null, kind.word() + "/" + record);
        return id;
    }

    void decide(Proposal proposal, boolean approved, String why) {
        Account own = own();
        jdbc.sql("""
                        insert into programme.decision (proposal, account, who, role, country, approved, why, visibility)
                        select id, :account, :who, :role, :country, :approved, :why, visibility
                        from programme.proposal where id = :id
                        on conflict (proposal, account) do update set approved = excluded.approved, why = excluded.why, at = now()""")
                .param("id", proposal.id())
                .param("account", own.id())
                .param("who", own.display())
                .param("role", Words.of(own.role()))
                .param("country", own.role() == Role.FOCAL_POINT ? own.country() : null)
                .param("approved", approved)
                .param("why", why)
                .update();
        audit.write(approved ? "approve" : "reject", "proposal", Long.toString(proposal.id()), null, why);
    }

    /** Whether it was pending until now. */
    boolean close(Proposal proposal, Proposal.State state) {
        boolean done = jdbc.sql("""
                                update programme.proposal set state = :state, decided_at = now()
                                where id = :id and state = 'pending'""")
                        .param("id", proposal.id())
                        .param("state", state.name().toLowerCase(Locale.ROOT))
                        .update()
                == 1;
        if (done) {
            audit.write(state.name().toLowerCase(Locale.ROOT), "proposal", Long.toString(proposal.id()), null, null);
        }
        return done;
    }

    /** A proposal is read by those who may read the record, but by nobody who did not sign in. */
    private static String circle(Visibility visibility) {
        return visibility.equals(Visibility.PUBLIC) ? Caller.SIGNED_IN : visibility.text();
    }

    private Account own() {
        Long id = Callers.current().account();
        Account account = id == null ? null : accounts.find(id);
        if (account == null) {
            throw new IllegalStateException("a proposal of nobody");
        }
        return account;
    }

    private List<Proposal> read(String condition, Map<String, Object> values) {
        List<Proposal> found = jdbc.sql("""
                        select id, kind, record, adding, account, who, role, country, at, why, before::text, after::text,
                            countries, state from programme.proposal """ + " " + condition)
                .params(values)
                .query((row, i) -> proposal(row))
                .list();
        if (found.isEmpty()) {
            return found;
        }
        Map<Long, List<Proposal.Decision>> decisions = new HashMap<>();
        jdbc.sql("""
                        select proposal, who, role, country, at, approved, why from programme.decision
                        where proposal = any (:ids) order by at""")
                .param("ids", found.stream().map(Proposal::id).toArray(Long[]::new))
                .query(row -> {
                    decisions
                            .computeIfAbsent(row.getLong(1), one -> new ArrayList<>())
                            .add(new Proposal.Decision(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getTimestamp(5).toInstant(),
                                    row.getBoolean(6),
                                    row.getString(7)));
                });
        return found.stream()
                .map(one -> new Proposal(
                        one.id(),
                        one.kind(),
                        one.record(),
                        one.adding(),
                        one.account(),
                        one.who(),
                        one.role(),
                        one.country(),
                        one.at(),
                        one.why(),
                        one.before(),
                        one.after(),
                        one.countries(),
                        one.state(),
                        decisions.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        Kind kind = Kind.ofWord(row.getString(2));
        if (kind == null) {
            throw new IllegalStateException("a kind nobody knows among proposals: " + row.getString(2));
        }
        return new Proposal(
                row.getLong(1),
                kind,
                row.getString(3),
                row.getBoolean(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getTimestamp(9).toInstant(),
                row.getString(10),
                json.readValue(row.getString(11), INPUTS),
                json.readValue(row.getString(12), INPUTS),
                Arrays.asList((String[]) row.getArray(13).getArray()),
                Proposal.State.valueOf(row.getString(14).toUpperCase(Locale.ROOT)),
                List.of());
    }
}
