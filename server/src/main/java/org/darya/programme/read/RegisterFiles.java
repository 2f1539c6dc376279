package org.darya.programme.read;

import org.darya.register.Country;
import org.darya.register.Head;
import org.darya.register.Kind;
import org.darya.register.Organisation;
import org.darya.register.Source;
import org.darya.register.Theme;

/** Records of the register room. */
final class RegisterFiles {
    private RegisterFiles() {}

    static Theme theme(Fields fields) {
        return new Theme(Common.head(Kind.THEME, fields), fields.integer("number"), fields.text("purpose"));
    }

    static Country country(Fields fields) {
        Head head = Common.head(Kind.COUNTRY, fields);
        Units.country(head.id(), fields);
        return new Country(head, fields.choice("role", Country.Role.class), fields.text("official"));
    }

    static Organisation organisation(Fields fields) {
        return new Organisation(
                Common.head(Kind.ORGANISATION, fields),
                fields.choice("type", Organisation.Type.class),
                fields.textOrNull("acronym"),
                fields.ref("country", Kind.COUNTRY),
                Units.address("site", fields),
                fields.list(
                        "namedBy",
                        naming -> new Organisation.Naming(
                                naming.requiredRef("source", Kind.SOURCE),
                                naming.choice("role", Organisation.PartnerRole.class),
                                naming.stringOrNull("as"))));
    }

    static Source source(Fields fields) {
        return new Source(
                Common.head(Kind.SOURCE, fields),
                fields.name("publisher"),
                fields.choice("type", Source.Type.class),
                fields.string("language"),
                fields.dateOrNull("published"),
                Units.address("url", fields),
                fields.textOrNull("note"));
    }
}
