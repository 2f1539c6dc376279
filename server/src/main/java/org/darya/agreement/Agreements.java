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

    Agreements(JdbcClient jdbc, JsonMapper json, Catalogue catalogue) {
        meetings = new EntryTable<>(Kind.MEETING, "agreement.meeting", Meeting.class, jdbc, json, catalogue);
        documents = new EntryTable<>(Kind.DOCUMENT, "agreement.document", Document.class, jdbc, json, catalogue);
        commitments =
                new EntryTable<>(Kind.COMMITMENT, "agreement.commitment", Commitment.class, jdbc, json, catalogue);
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
}
