package org.darya.programme.read;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** A place in a file; lines and columns from 1. */
record Place(String file, int line, int column) {
    static Place of(String file, Node node) {
        Mark mark = node.getStartMark();
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
