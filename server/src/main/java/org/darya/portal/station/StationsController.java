package org.darya.portal.station;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.darya.evidence.Reading.Span;
import org.darya.evidence.Station;
import org.darya.evidence.Stations;
import org.darya.evidence.Stream;
import org.darya.portal.chart.ChartFile;
import org.darya.portal.map.MapDrawing;
import org.darya.portal.map.RegionMap;
import org.darya.portal.page.Choice;
import org.darya.portal.page.Page;
import org.darya.portal.page.PageProblem;
import org.darya.portal.page.PageView;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Visit;
import org.darya.portal.station.StationView.Course;
import org.darya.register.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Stations on the map and in a list, and each with its newest values and their course. */
@Controller
@RequestMapping("/{language:ru|kk|en}/stations")
class StationsController {
    private static final int PER_PAGE = 100;
    /** More charts than this make a page slow on a thin line; the others are a link away. */
    private static final int MOST_COURSES = 6;

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final Pages pages;
    private final Stations stations;
    private final MapDrawing drawing;

    StationsController(Pages pages, Stations stations, MapDrawing drawing) {
        this.pages = pages;
        this.stations = stations;
        this.drawing = drawing;
    }

    @GetMapping
    PageView stations(
            Visit visit,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String page) {
        Page begun = pages.begin(visit);
        List<String> countries = stations.countries();
        String chosen =
                Choice.of(countries.stream().collect(Collectors.toMap(code -> code, code -> code)), "country", country);
        int number = number(page);
        Station.Part part = stations.list(chosen, (number - 1) * PER_PAGE, PER_PAGE);
        int last = (int) Math.max(1, (part.total() + PER_PAGE - 1) / PER_PAGE);
        if (number > last) {
            throw PageProblem.badFilter("page", String.valueOf(page), List.of("1–" + last));
        }
        RegionMap map = map(begun);
        return pages.show(
                begun,
                "stations",
                new StationsView(
                        part.stations(),
                        part.total(),
                        countries,
                        chosen,
                        number,
                        last,
                        map,
                        StationsView.marks(part.stations(), map)));
    }

    @GetMapping("/{id}")
    PageView station(
            Visit visit,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable String by) {
        Page page = pages.begin(visit);
        Station station = need(id);
        List<Stream> streams = stations.streams(station.id());
        Stream only = Choice.of(byId(streams), "stream", stream);
        Span span = Choice.of(Span.class, "by", by);
        List<Stream> able = streams.stream()
                .filter(Courses::possible)
                .filter(one -> only == null || only.id() == one.id())
                .toList();
        var courses = new Courses(page, stations);
        List<Course> drawn = able.stream()
                .limit(MOST_COURSES)
                .map(one -> courses.of(station, one, span == null ? Courses.suited(one) : span))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        RegionMap map = map(page);
        return pages.show(
                page,
                "station",
                new StationView(
                        station,
                        streams,
                        map,
                        StationsView.marks(List.of(station), map),
                        drawn,
                        only == null ? null : only.id(),
                        able.stream().skip(MOST_COURSES).toList()));
    }

    @GetMapping("/{id}.svg")
    ResponseEntity<String> drawing(
            Visit visit,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable String by) {
        Page page = pages.begin(visit);
        Station station = need(id);
        List<Stream> able = stations.streams(station.id()).stream()
                .filter(Courses::possible)
                .toList();
        Stream asked = Choice.of(byId(able), "stream", stream);
        if (able.isEmpty()) {
            throw PageProblem.nothing();
        }
        Stream chosen = asked == null ? able.getFirst() : asked;
        Span span = Choice.of(Span.class, "by", by);
        Course course = new Courses(page, stations).of(station, chosen, span == null ? Courses.suited(chosen) : span);
        if (course == null) {
            throw PageProblem.nothing();
        }
        return ResponseEntity.ok()
                .contentType(SVG)
                .header("Cache-Control", "no-cache")
                .body(ChartFile.of(
                        course.model(), page.phrases(), visit.origin() + page.to("stations/" + station.id())));
    }

    private Station need(String id) {
        Station found = id.matches("[1-9]\\d{0,8}") ? stations.find(Integer.parseInt(id)) : null;
        if (found == null) {
            throw PageProblem.nothing();
        }
        return found;
    }

    private RegionMap map(Page page) {
        Programme programme = page.programme();
        return drawing.draw(programme == null ? "{}" : programme.map());
    }

    private static Map<String, Stream> byId(List<Stream> streams) {
        Map<String, Stream> found = new TreeMap<>();
        streams.forEach(stream -> found.put(String.valueOf(stream.id()), stream));
        return found;
    }

    private static int number(@Nullable String page) {
        if (page == null || page.isBlank()) {
            return 1;
        }
        if (!page.matches("[1-9]\\d{0,5}")) {
            throw PageProblem.badFilter("page", page, List.of("1", "2", "…"));
        }
        return Integer.parseInt(page);
    }
}
