package org.darya.basin.parameter;

import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Parameter;
import org.darya.basin.read.Element;

/** Reads one type of parameter. */
@FunctionalInterface
interface Family {

    /** The parameter that an element describes. */
    Parameter read(Element given, ModelContext model);
}
