package org.darya.agreement;

import org.darya.register.Catalogue;
import org.darya.register.EntryTable;
import org.darya.register.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Meetings, documents, commitments and claims. */
@Service
public class Agreements {
    private final EntryTable<Meeting> meetings;
    private final EntryTable<Document> documents;
    private final EntryTable<Commitment> commitments;
    private final EntryTable<Claim> claims;
    private final JdbcClient jdbc;

    Agreements(JdbcClient jdbc, JsonMapper json, Catalogue catalogue) {
        meetings = new EntryTable<>(Kind.MEETING, "agreement.meeting", Meeting.class, jdbc, json, catalogue);
        documents = new EntryTable<>(Kind.DOCUMENT, "agreement.document", Document.class, jdbc, json, catalogue);
        commitments =
                new EntryTable<>(Kind.COMMITMENT, "agreement.commitment", Commitment.class, jdbc, json, catalogue);
        this.jdbc = jdbc;
        claims = new EntryTable<>(Kind.CLAIM, "agreement.claim", Claim.class, jdbc, json, catalogue);
    }

    public EntryTable<Meeting> meetings() {
        return meetings;
    }

    public EntryTable<Document> documents() {
        return documents;
    }

    public EntryTable<Commitment> commitments() {
        return commitments;
    }

    public EntryTable<Claim> claims() {
        return claims;
    }

    /** How many subjects there are on which commitments do not agree. */
    public int disagreeingGroups() {
        return jdbc.sql("""
                        select count(*) from (select from agreement.commitment where body ->> 'group' is not null
                                              group by body ->> 'group' having count(*) > 1) g""").query(Integer.class).single();
    }
}
