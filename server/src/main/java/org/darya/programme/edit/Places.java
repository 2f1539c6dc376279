package org.darya.programme.edit;

import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where nodes stand in a text, in characters; SnakeYAML counts code points. */
final class Places {
    /** How lines of the text end. */
    final String lineEnd;

    private final String text;

    Places(String text) {
        this.text = text;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    int start(Node node) {
        return text.offsetByCodePoints(0, node.getStartMark().getIndex());
    }

    /** Behind the last letter: the mark of a block collection stands behind the blank lines and comments that follow it. */
    int end(Node node) {
        int end = switch (node) {
            case MappingNode mapping
            when mapping.getFlowStyle() == FlowStyle.BLOCK
                    && !mapping.getValue().isEmpty() ->
                end(mapping.getValue().getLast().getValueNode());
            case SequenceNode sequence
            when sequence.getFlowStyle() == FlowStyle.BLOCK
                    && !sequence.getValue().isEmpty() -> end(sequence.getValue().getLast());
            default -> text.offsetByCodePoints(0, node.getEndMark().getIndex());
        };
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    int column(int at) {
        return at - text.lastIndexOf('\n', at - 1) - 1;
    }

    /** Where the line ends, before its line end. */
    int lineEnd(int from) {
        int end = text.indexOf(lineEnd, from);
        return end < 0 ? text.length() : end;
    }

    /** The lines of a field, moved in to a column, with the line ends of the text. */
    String lines(String field, int column) {
        return YamlValue.indent(field, column).replace("\n", lineEnd);
    }
}
