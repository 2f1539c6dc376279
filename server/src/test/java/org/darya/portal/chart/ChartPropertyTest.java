package org.darya.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.darya.platform.Language;
import org.darya.portal.text.Phrases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What must hold of any chart: it can be drawn, stays on its sheet, and no words lie on other words. */
class ChartPropertyTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 400);
    }

    /** A line of text on the sheet. */
    private record Box(String words, double left, double right, double top, double bottom) {
        boolean meets(Box other) {
            double overlapX = Math.min(right, other.right) - Math.max(left, other.left);
            double overlapY = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            return overlapX > 0.5 && overlapY > 0.5;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyChartIsSound(long seed) throws Exception {
        ChartModel model = ChartSamples.any(seed);
        var phrases = new Phrases(Language.OF_PAGES.get((int) (seed % 3)));
        Figure figure = Figure.of(model, phrases, "c");
        List<String> drawings = new ArrayList<>(figure.panels());
        if (figure.wide() != null && figure.narrow() != null) {
            drawings.add(figure.wide());
            drawings.add(figure.narrow());
        }
        drawings.add(ChartFile.of(model, phrases, "https://example.org/"));
        for (String drawing : drawings) {
            assertThat(drawing).doesNotContain("NaN", "Infinity", "style=");
            check(drawing);
        }
        for (ChartLine line : model.lines()) {
            check(Sparkline.draw(line, phrases));
        }
        assertThat(figure.summary()).isNotBlank().doesNotContain("{0}", "null");
    }

    private static void check(String drawing) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(drawing.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        String[] sheet = root.getAttribute("viewBox").split(" ");
        double width = Double.parseDouble(sheet[2]);
        double height = Double.parseDouble(sheet[3]);
        List<Box> boxes = new ArrayList<>();
        collect(root, 0, 0, 1, "start", 0, boxes);
        for (Box box : boxes) {
            assertThat(box.left()).as(box.words()).isGreaterThanOrEqualTo(-14);
            assertThat(box.right()).as(box.words()).isLessThanOrEqualTo(width + 14);
            assertThat(box.top()).as(box.words()).isGreaterThanOrEqualTo(-4);
            assertThat(box.bottom()).as(box.words()).isLessThanOrEqualTo(height + 4);
        }
        for (int i = 0; i < boxes.size(); i++) {
            for (int k = i + 1; k < boxes.size(); k++) {
                assertThat(boxes.get(i).meets(boxes.get(k)))
                        .as("%s lies on %s", boxes.get(i), boxes.get(k))
                        .isFalse();
            }
        }
        NodeList bars = root.getElementsByTagName("rect");
        for (int i = 0; i < bars.getLength(); i++) {
            Element bar = (Element) bars.item(i);
            if (bar.getAttribute("class").equals("c-bar")) {
                assertThat(Double.parseDouble(bar.getAttribute("width"))).isPositive();
                assertThat(Double.parseDouble(bar.getAttribute("height"))).isPositive();
            }
        }
    }

    private static void collect(
            Element element, double dx, double dy, double scale, String anchor, double letters, List<Box> boxes) {
        String own = element.getAttribute("text-anchor");
        String here = own.isEmpty() ? anchor : own;
        double size = number(element, "font-size", letters);
        double x0 = dx;
        double y0 = dy;
        double times = scale;
        String transform = element.getAttribute("transform");
        if (!transform.isEmpty()) {
            String[] parts = transform.replaceAll("[^0-9. -]", " ").strip().split("\\s+");
            x0 += Double.parseDouble(parts[0]) * scale;
            y0 += Double.parseDouble(parts[1]) * scale;
            times *= parts.length > 2 ? Double.parseDouble(parts[2]) : 1;
        }
        if (element.getTagName().equals("text")) {
            double y = number(element, "y", 0);
            NodeList spans = element.getElementsByTagName("tspan");
            if (spans.getLength() == 0) {
                boxes.add(box(element.getTextContent(), number(element, "x", 0), y, size, here, x0, y0, times));
            }
            for (int i = 0; i < spans.getLength(); i++) {
                Element span = (Element) spans.item(i);
                y += number(span, "dy", 0);
                boxes.add(box(span.getTextContent(), number(span, "x", 0), y, size, here, x0, y0, times));
            }
            return;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, x0, y0, times, here, size, boxes);
            }
        }
    }

    private static Box box(
            String words, double x, double y, double size, String anchor, double dx, double dy, double scale) {
        // the box of small letters: letters of the next line may hang between those of this one
        double width = TextWidth.of(words, size);
        double left = anchor.equals("end") ? x - width : anchor.equals("middle") ? x - width / 2 : x;
        return new Box(
                words,
                dx + left * scale,
                dx + (left + width) * scale,
                dy + (y - size * 0.75) * scale,
                dy + (y + size * 0.15) * scale);
    }

    private static double number(Element element, String name, double otherwise) {
        String value = element.getAttribute(name);
        return value.isEmpty() ? otherwise : Double.parseDouble(value);
    }
}
