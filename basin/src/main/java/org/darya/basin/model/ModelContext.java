package org.darya.basin.model;

import java.util.List;
import org.darya.basin.read.Element;
import org.darya.basin.read.Frame;
import org.darya.basin.read.Frames;
import org.darya.basin.scenario.Scenarios;
import org.darya.basin.time.Timeline;

/** What the readers of parameters and recorders may ask of the model that is being built. */
public interface ModelContext {

    /** Number of scenarios in the block. */
    int size();

    /** Number of the first combination of the block among all combinations. */
    int offset();

    /** The steps. */
    Timeline timeline();

    /** The scenarios of the block. */
    Scenarios scenarios();

    /** The files of the model. */
    Frames frames();

    /** The table that an element describes or names in {@code table}. */
    Frame frame(Element spec);

    /** The numbers of an element: a list, or a column of a table. */
    double[] numbers(Element spec);

    /** The parameter that an element names or describes; a number becomes a constant. */
    Parameter parameter(Element given);

    /** True if the model has a parameter of this name. */
    boolean hasParameter(String name);

    /** The quantity that an element names or describes, or a default if missing. */
    Quantity quantity(Element given, double otherwise);

    /** All nodes of the model. */
    java.util.Collection<Node> nodes();

    /** The node that an element names. */
    Node node(Element name);

    /** The store that an element names. */
    Store store(Element name);

    /** The alternative of a scenario for each combination of the block. */
    int[] alternatives(Element scenarioName);

    /** Values that the recorder, which an element names, holds; known during the run. */
    RunningRecord record(Element name);

    /** A parameter of another model that runs beside this one. */
    Parameter foreignParameter(Element model, Element name);

    /** A node of another model that runs beside this one. */
    Node foreignNode(Element model, Element name);

    /** All parameters that elements name or describe. */
    default List<Parameter> parameters(Element list) {
        return list.items().stream().map(this::parameter).toList();
    }
}
