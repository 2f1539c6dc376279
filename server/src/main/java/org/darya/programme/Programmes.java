package org.darya.programme;

import org.darya.action.Actions;
import org.darya.agreement.Agreements;
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
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Programmes(
            Register register,
            Actions actions,
            Agreements agreements,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.register = register;
        this.actions = actions;
        this.agreements = agreements;
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
            transaction.executeWithoutResult(status -> replace(folder, folder, sound, fingerprint));
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

    /** One change at a time, also where several servers share a database; until the end of the transaction. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('programme.load'))").query(rows -> {});
    }

    /**
     * Puts a folder that was edited in the place of the one that is kept, as far as the caller sees it. What was last loaded
     * from a folder stays known. Belongs in a transaction of the caller.
     */
    void edit(ProgrammeFolder folder, Reading.Sound sound) {
        records(sound.content());
        StoredFiles.edit(jdbc, folder, sound);
    }

    /**
     * What loading a folder would change, changes of the browser kept. Nothing is changed yet.
     *
     * @param take whose state holds where folder and browser changed the same; null where nobody has decided
     */
    public FolderPlan plan(ProgrammeFolder folder, FolderPlan.@Nullable Take take) {
        return FolderPlan.of(StoredFiles.kept(jdbc), folder, take);
    }

    /**
     * Loads what was planned, whole or not at all.
     *
     * @throws DaryaException where the plan has conflicts or problems, or somebody edited since it was made
     */
    public void carryOut(FolderPlan plan, String fingerprint) {
        if (!plan.conflicts().isEmpty() || !(plan.reading() instanceof Reading.Sound sound)) {
            throw new DaryaException(
                    "The folder cannot be loaded as it is.", "Maybe look at the plan again: --dry-run shows it.");
        }
        transaction.executeWithoutResult(status -> {
            lock();
            if (!FolderPlan.same(StoredFiles.kept(jdbc), plan.kept())) {
                throw new DaryaException(
                        "Somebody edited in the browser since the plan was made.", "Maybe do it again.");
            }
            replace(plan.merged(), plan.folder(), sound, fingerprint);
        });
    }

    private void replace(ProgrammeFolder folder, ProgrammeFolder base, Reading.Sound sound, String fingerprint) {
        ProgrammeContent content = sound.content();
        lock();
        records(content);
        StoredFiles.replace(jdbc, folder, base, sound);
        loaded(content, fingerprint);
    }

    private void loaded(ProgrammeContent content, String fingerprint) {
        jdbc.sql("""
                        insert into programme.loaded (id, fingerprint) values (:id, :fingerprint)
                        on conflict (one) do update
                        set id = excluded.id, fingerprint = excluded.fingerprint, loaded_at = now()""")
                .param("id", content.programme().id())
                .param("fingerprint", fingerprint)
                .update();
    }

    private void records(ProgrammeContent content) {
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
    }
}
