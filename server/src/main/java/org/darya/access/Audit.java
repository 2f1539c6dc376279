package org.darya.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Writes into the trail what is no record. Changes of records leave their rows by themselves: the database sees to it.
 */
@Service
public class Audit {
    private final JdbcClient jdbc;

    public Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param action a verb, such as {@code sign-in}
     * @param what kind of thing, such as {@code account}
     * @param record which one
     * @param before state before, as JSON or text; never a secret
     * @param after state after
     */
    public void write(String action, String what, String record, @Nullable String before, @Nullable String after) {
        write(Callers.act(), action, what, record, before, after);
    }

    /** The same, of a caller who is not the present one yet. */
    void write(
            Callers.Act act,
            String action,
            String what,
            String record,
            @Nullable String before,
            @Nullable String after) {
        jdbc.sql("""
                        insert into access.audit (account, who, means, address, action, what, record, before, after, why, visibility)
                        values (:account, :who, :means, :address, :action, :what, :record, :before, :after, :why, 'administration')""")
                .param("account", act.caller().account())
                .param("who", act.caller().name())
                .param("means", act.caller().means().name().toLowerCase(Locale.ROOT))
                .param("address", act.address())
                .param("action", action)
                .param("what", what)
                .param("record", record)
                .param("before", before)
                .param("after", after)
                .param("why", act.why())
                .update();
    }
}
