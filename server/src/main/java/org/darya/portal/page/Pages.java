package org.darya.portal.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.darya.portal.assets.Assets;
import org.darya.register.Catalogue;
import org.darya.register.Entry;
import org.darya.register.EntryTable;
import org.darya.register.Kind;
import org.darya.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins pages and finds what they are about. */
@Component
public class Pages {
    private final Register register;
    private final Catalogue catalogue;
    private final Assets assets;

    Pages(Register register, Catalogue catalogue, Assets assets) {
        this.register = register;
        this.catalogue = catalogue;
        this.assets = assets;
    }

    public Page begin(Visit visit) {
        return new Page(visit, register, catalogue, assets.folder());
    }

    /** A page of a template that shows one model. */
    public PageView show(Visit visit, String template, Object model) {
        return show(begin(visit), template, model);
    }

    public PageView show(Page page, String template, Object model) {
        Map<String, Object> values = new HashMap<>();
        values.put("page", page);
        values.put("view", model);
        if (model instanceof RecordView<?> one) {
            page.citing(List.of(one.record()));
        }
        return new PageView(template, values, 200);
    }

    /**
     * The record, for its page.
     *
     * @throws PageProblem where there is none
     */
    public <T extends Entry> T need(EntryTable<T> table, String id) {
        T entry = table.find(id);
        if (entry == null) {
            throw PageProblem.noSuchRecord(table.kind(), id);
        }
        return entry;
    }

    /** A record with everything that names it. */
    public <T extends Entry> RecordView<T> needNamed(EntryTable<T> table, String id) {
        return new RecordView<>(need(table, id), catalogue.naming(table.kind(), id));
    }

    /** A record and the records that name it, by kind. */
    public record RecordView<T extends Entry>(T record, Map<Kind, List<Catalogue.Line>> naming) {
        /** Those of one kind. */
        public List<Catalogue.Line> named(Kind kind) {
            @Nullable List<Catalogue.Line> lines = naming.get(kind);
            return lines == null ? List.of() : lines;
        }
    }
}
