package org.darya.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves the trail: each row's hash is computed again, here and not by the database, over the row and the hash of the row
 * before it. A row that was changed, put in or taken out by hand breaks the chain at its place.
 */
public final class AuditChain {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
    private static final int ROWS_AT_ONCE = 1000;

    private AuditChain() {}

    /** What came of it. */
    public sealed interface Verdict {
        /**
         * Every row holds.
         *
         * @param rows how many there are
         * @param end hash of the last one, in hexadecimal digits: kept elsewhere, it shows later that none was taken away
         */
        record Whole(long rows, String end) implements Verdict {}

        /**
         * The first row that does not hold.
         *
         * @param seq its number
         * @param why in words
         */
        record Broken(long seq, String why) implements Verdict {}
    }

    /**
     * Rows and end are read as they stood at one moment: a server may add rows meanwhile.
     *
     * @param expectedSeq number of a row whose hash was noted before, or 0
     * @param expectedHash its hash in hexadecimal digits
     */
    public static Verdict verify(DataSource owner, long expectedSeq, String expectedHash) {
        var moment = new TransactionTemplate(new DataSourceTransactionManager(owner));
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setReadOnly(true);
        return Objects.requireNonNull(
                moment.execute(status -> verify(new JdbcTemplate(owner), expectedSeq, expectedHash)));
    }

    private static Verdict verify(JdbcTemplate template, long expectedSeq, String expectedHash) {
        template.setFetchSize(ROWS_AT_ONCE);
        var state = new State(expectedSeq, expectedHash);
        template.query("select * from access.audit order by seq", row -> {
            if (state.broken == null) {
                state.next(row);
            }
        });
        if (state.broken != null) {
            return state.broken;
        }
        String end = HexFormat.of().formatHex(state.previous);
        if (expectedSeq > state.seq) {
            return new Verdict.Broken(state.seq + 1, "row %d was noted before and is gone".formatted(expectedSeq));
        }
        Verdict kept = template.queryForObject("select seq, hash from access.audit_end", (row, i) -> {
            long last = row.getLong(1);
            return last == state.seq && Arrays.equals(row.getBytes(2), state.previous)
                    ? new Verdict.Whole(state.seq, end)
                    : new Verdict.Broken(state.seq + 1, "the trail ended with row %d, which is gone".formatted(last));
        });
        return kept == null ? new Verdict.Broken(state.seq + 1, "the end of the trail is gone") : kept;
    }

    private static final class State {
        private final long expectedSeq;
        private final String expectedHash;
        private long seq;
        private byte[] previous = sha256(new byte[0]);
        private Verdict.@Nullable Broken broken;

        State(long expectedSeq, String expectedHash) {
            this.expectedSeq = expectedSeq;
            this.expectedHash = expectedHash;
        }

        void next(ResultSet row) throws SQLException {
            long number = row.getLong("seq");
            byte[] hash = row.getBytes("hash");
            if (number != seq + 1) {
                broken = new Verdict.Broken(seq + 1, "there is no such row; the next one is %d".formatted(number));
            } else if (!Arrays.equals(row.getBytes("previous"), previous)) {
                broken = new Verdict.Broken(number, "it does not carry the hash of the row before it");
            } else if (!Arrays.equals(hash, hash(row))) {
                broken = new Verdict.Broken(number, "its hash is not that of what it says now");
            } else if (number == expectedSeq && !HexFormat.of().formatHex(hash).equals(expectedHash)) {
                broken = new Verdict.Broken(number, "its hash is not the one that was noted before");
            }
            seq = number;
            previous = hash;
        }

        private static byte[] hash(ResultSet row) throws SQLException {
            Timestamp at = row.getTimestamp("at");
            var text = new StringBuilder();
            field(text, Long.toString(row.getLong("seq")));
            field(text, TIME.format(at.toInstant().atOffset(ZoneOffset.UTC)));
            for (String column : new String[] {
                "account", "who", "means", "address", "action", "what", "record", "before", "after", "why", "visibility"
            }) {
                field(text, row.getString(column));
            }
            byte[] before = row.getBytes("previous");
            byte[] fields = text.toString().getBytes(StandardCharsets.UTF_8);
            byte[] all = Arrays.copyOf(before, before.length + fields.length);
            System.arraycopy(fields, 0, all, before.length, fields.length);
            return sha256(all);
        }

        /** A field as its length in bytes, a colon and its text; an absent one as a hyphen. */
        private static void field(StringBuilder text, @Nullable String value) {
            if (value == null) {
                text.append('-');
            } else {
                text.append(value.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(value);
            }
        }

        private static byte[] sha256(byte[] bytes) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
