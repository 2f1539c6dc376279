package org.darya.portal.station;

import java.util.List;
import org.darya.evidence.Reading.Span;
import org.darya.evidence.Station;
import org.darya.evidence.Stream;
import org.darya.platform.Words;
import org.darya.portal.chart.ChartModel;
import org.darya.portal.chart.Figure;
import org.darya.portal.map.RegionMap;
import org.darya.portal.measured.ValueTable;
import org.jspecify.annotations.Nullable;

/**
 * A station, what it measures and how its numbers went.
 *
 * @param marks the station on the map; none where it has no place there
 * @param only the stream that was asked for; null for all
 * @param undrawn streams with values whose course is on a page of its own, for there would be too many here
 */
public record StationView(
        Station station,
        List<Stream> streams,
        RegionMap map,
        List<StationsView.Mark> marks,
        List<Course> courses,
        @Nullable Integer only,
        List<Stream> undrawn) {
    /**
     * The course of one stream.
     *
     * @param span the length of time of each point
     */
    public record Course(Stream stream, Span span, ChartModel model, Figure figure, ValueTable table) {}

    /** Address of the course of one stream over another length of time. */
    public String address(Course course, Span span) {
        return "stations/" + station.id() + "?stream=" + course.stream().id() + "&by=" + word(span);
    }

    /** Address of a course as a drawing of its own. */
    public String drawing(Course course) {
        return "stations/" + station.id() + ".svg?stream=" + course.stream().id() + "&by=" + word(course.span());
    }

    /** The word of a length of time in addresses. */
    public static String word(Span span) {
        return Words.of(span);
    }
}
