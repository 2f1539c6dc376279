package org.darya.programme;

import java.util.HashMap;
import java.util.Map;
import org.darya.action.Actions;
import org.darya.agreement.Agreements;
import org.darya.evidence.Dataset;
import org.darya.evidence.Datasets;
import org.darya.evidence.Indicators;
import org.darya.platform.DaryaException;
import org.darya.programme.read.ProgrammeReader;
import org.darya.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads a programme folder into the rooms, whole or not at all, and gives it back byte for byte. */
@Service
public class Programmes {
    private final Register register;
    private final Actions actions;
    private final Agreements agreements;
    private final Datasets datasets;
    private final Indicators indicators;
    private final Measurements measurements;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Programmes(
            Register register,
            Actions actions,
            Agreements agreements,
            Datasets datasets,
            Indicators indicators,
            Measurements measurements,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.register = register;
        this.actions = actions;
        this.agreements = agreements;
        this.datasets = datasets;
        this.indicators = indicators;
        this.measurements = measurements;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Fingerprint of what is loaded, or null where nothing is. */
    public @Nullable String loaded() {
        return jdbc.sql("select fingerprint from programme.loaded")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /**
     * Loads the folder in one transaction. A folder with problems changes nothing.
     *
     * @param fingerprint what {@link #loaded()} is to give afterwards
     */
    public Reading load(ProgrammeFolder folder, String fingerprint) {
        Reading reading = ProgrammeReader.read(folder);
        if (reading instanceof Reading.Sound sound) {
            transaction.executeWithoutResult(status -> replace(folder, sound.content(), fingerprint));
        }
        return reading;
    }

    /**
     * The folder that is loaded.
     *
     * @throws DaryaException where none is
     */
    public ProgrammeFolder export() {
        return StoredFiles.read(jdbc);
    }

    private static Map<String, byte[]> tables(ProgrammeFolder folder, ProgrammeContent content) {
        Map<String, byte[]> tables = new HashMap<>();
        for (Dataset dataset : content.datasets()) {
            byte[] table = folder.files().get("evidence/" + dataset.id() + "/values.csv");
            if (table != null) {
                tables.put(dataset.id(), table);
            }
        }
        return tables;
    }

    private void replace(ProgrammeFolder folder, ProgrammeContent content, String fingerprint) {
        // one loading at a time, also where several servers share a database
        jdbc.sql("select pg_advisory_xact_lock(hashtext('programme.load'))").query(rows -> {});
        register.replace(content.programme());
        register.themes().replaceAll(content.themes());
        register.countries().replaceAll(content.countries());
        register.organisations().replaceAll(content.organisations());
        register.sources().replaceAll(content.sources());
        agreements.meetings().replaceAll(content.meetings());
        agreements.documents().replaceAll(content.documents());
        agreements.commitments().replaceAll(content.commitments());
        agreements.claims().replaceAll(content.claims());
        actions.initiatives().replaceAll(content.initiatives());
        actions.projects().replaceAll(content.projects());
        datasets.replace(content.datasets(), content.members(), tables(folder, content));
        indicators.table().replaceAll(content.indicators());
        measurements.recompute();
        StoredFiles.replace(jdbc, folder);
        jdbc.sql("""
                        insert into programme.loaded (id, fingerprint) values (:id, :fingerprint)
                        on conflict (one) do update
                        set id = excluded.id, fingerprint = excluded.fingerprint, loaded_at = now()""")
                .param("id", content.programme().id())
                .param("fingerprint", fingerprint)
                .update();
    }
}
