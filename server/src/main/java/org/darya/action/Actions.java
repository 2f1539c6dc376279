package org.darya.action;

import org.darya.register.Catalogue;
import org.darya.register.EntryTable;
import org.darya.register.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Initiatives and projects. */
@Service
public class Actions {
    private final EntryTable<Initiative> initiatives;
    private final EntryTable<Project> projects;

    Actions(JdbcClient jdbc, JsonMapper json, Catalogue catalogue) {
        initiatives = new EntryTable<>(Kind.INITIATIVE, "action.initiative", Initiative.class, jdbc, json, catalogue);
        projects = new EntryTable<>(Kind.PROJECT, "action.project", Project.class, jdbc, json, catalogue);
    }

    public EntryTable<Initiative> initiatives() {
        return initiatives;
    }

    public EntryTable<Project> projects() {
        return projects;
    }
}
