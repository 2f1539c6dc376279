package org.darya.programme;

import org.darya.agreement.Findings;
import org.darya.evidence.Indicators;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings everything that follows from series up to date: indicators first, then what is found of claims and commitments. */
@Service
public class Measurements {
    private final Indicators indicators;
    private final Findings findings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Measurements(Indicators indicators, Findings findings, JdbcClient jdbc, TransactionTemplate transaction) {
        this.indicators = indicators;
        this.findings = findings;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Whether an import changed values that indicators are computed from. */
    public boolean outdated() {
        return indicators.outdated();
    }

    /** In one transaction of its own; beside a loading of a programme it waits for that to end. */
    public void renew() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('programme.load'))").query(rows -> {});
            recompute();
        });
    }

    /** In the transaction of the caller. */
    void recompute() {
        indicators.recompute();
        findings.evaluate();
    }
}
