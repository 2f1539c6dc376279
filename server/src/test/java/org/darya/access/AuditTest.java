package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.darya.TestServer;
import org.darya.access.AuditChain.Verdict;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail holds every write, and shows where a hand was laid on it. */
class AuditTest {
    private static final DatabaseLocation OWNER = TestDatabase.create();
    private static final ConfigurableApplicationContext SERVER =
            TestServer.start(OWNER, Path.of("src/test/resources/programmes/small"));
    private static final JdbcClient HAND = JdbcClient.create(OWNER.dataSource());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Verdict verify() {
        return AuditChain.verify(OWNER.dataSource(), 0, "");
    }

    private static void change(String sql) {
        HAND.sql(sql).update();
    }

    /** One test, because each step lays hand on the same trail. */
    @Test
    void findsTheFirstRowThatWasTouched() throws Exception {
        Audit audit = SERVER.getBean(Audit.class);
        for (int i = 0; i < 20; i++) {
            audit.write("test", "thing", "№ " + i, i % 2 == 0 ? null : "до\n" + i, "после :5:" + i);
        }
        assertThat(verify()).isInstanceOf(Verdict.Whole.class);
        Verdict.Whole noted = (Verdict.Whole) verify();

        change("update access.audit set after = after || ' ' where seq = 9");
        assertThat(verify()).isEqualTo(new Verdict.Broken(9, "its hash is not that of what it says now"));
        change("update access.audit set after = rtrim(after) where seq = 9");
        assertThat(verify()).isInstanceOf(Verdict.Whole.class);

        change("update access.audit set at = at + interval '1 microsecond' where seq = 5");
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Verdict.Broken.class, broken -> assertThat(broken.seq()).isEqualTo(5));
        change("update access.audit set at = at - interval '1 microsecond' where seq = 5");

        change("create table kept as select * from access.audit where seq in (7, " + noted.rows() + ")");
        change("delete from access.audit where seq = 7");
        assertThat(verify()).isEqualTo(new Verdict.Broken(7, "there is no such row; the next one is 8"));
        change("alter table access.audit disable trigger chain");
        change("insert into access.audit select * from kept where seq = 7");
        assertThat(verify()).isInstanceOf(Verdict.Whole.class);

        change("delete from access.audit where seq = " + noted.rows());
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Verdict.Broken.class, broken -> assertThat(broken.seq()).isEqualTo(noted.rows()));
        // whoever owns the database can also move the end of the trail; what was noted elsewhere still tells
        change(
                "update access.audit_end set seq = seq - 1, hash = (select hash from access.audit order by seq desc limit 1)");
        assertThat(verify()).isInstanceOf(Verdict.Whole.class);
        assertThat(AuditChain.verify(OWNER.dataSource(), noted.rows(), noted.end()))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class, broken -> assertThat(broken.why()).contains("noted before"));
        change("insert into access.audit select * from kept where seq = " + noted.rows());
        change(
                "update access.audit_end set seq = seq + 1, hash = (select hash from access.audit order by seq desc limit 1)");
        change("alter table access.audit enable trigger chain");
        assertThat(AuditChain.verify(OWNER.dataSource(), noted.rows(), noted.end()))
                .isEqualTo(noted);

        List<CompletableFuture<Void>> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            many.add(CompletableFuture.runAsync(() -> {
                for (int j = 0; j < 100; j++) {
                    audit.write("test", "thing", "at once", null, null);
                }
            }));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(many.toArray(CompletableFuture[]::new));
        do {
            assertThat(verify()).as("whole while rows are added").isInstanceOf(Verdict.Whole.class);
        } while (!all.isDone());
        all.join();
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Verdict.Whole.class, whole -> assertThat(whole.rows()).isEqualTo(noted.rows() + 800));
    }

    @Test
    void theApplicationInsertsAndNothingElse() throws SQLException {
        DatabaseLocation application = AccessDatabase.application(OWNER);
        try (Connection connection =
                        DriverManager.getConnection(application.url(), application.user(), application.password());
                var statement = connection.createStatement()) {
            for (String sql : List.of(
                    "update access.audit set why = ''",
                    "delete from access.audit",
                    "truncate access.audit",
                    "update access.audit_end set seq = 0",
                    "delete from access.audit_end",
                    "alter table access.audit disable trigger all",
                    "drop trigger chain on access.audit",
                    "select access.guard('x', '{}')",
                    "create or replace function access.audit_hash(r access.audit) returns bytea language sql as $$ select ''::bytea $$",
                    "set session_replication_role = replica")) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
            statement.execute("""
                    insert into access.audit (seq, at, who, means, address, action, what, record, why, visibility, previous, hash)
                    values (1, '1999-01-01', 'me', 'x', '', 'x', 'x', 'x', '', 'public', '', '')""");
            assertThat(verify())
                    .as("whatever place it claims, it gets the next")
                    .isInstanceOf(Verdict.Whole.class);
        }
    }

    /** Not even a write past all of our code is without its row. */
    @Test
    void aRecordChangedByHandLeavesARow() {
        change("update register.source set body = jsonb_set(body, '{level}', '\"C\"') where id = 'source-one'");
        assertThat(HAND.sql("""
                                select who || ' ' || means || ' ' || action from access.audit
                                where what = 'register.source' and record = 'source-one' order by seq desc limit 1""").query(String.class).single()).isEqualTo("darya database change");
        change("update register.source set body = jsonb_set(body, '{level}', '\"A\"') where id = 'source-one'");
    }
}
