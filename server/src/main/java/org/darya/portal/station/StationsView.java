package org.darya.portal.station;

import java.util.List;
import org.darya.evidence.Station;
import org.darya.portal.map.RegionMap;
import org.jspecify.annotations.Nullable;

/**
 * Stations, a page of them.
 *
 * @param total how many there are in all of the chosen country
 * @param countries alpha-3 codes that can be chosen
 * @param country the one chosen; null for all
 * @param page counted from 1
 * @param last number of the last page
 */
public record StationsView(
        List<Station> stations,
        long total,
        List<String> countries,
        @Nullable String country,
        int page,
        int last,
        RegionMap map,
        List<Mark> marks) {
    /** A station on the map. */
    public record Mark(int station, String name, RegionMap.Spot spot) {}

    /** Address of another page of the same choice. */
    public String address(int number) {
        return "stations?" + (country == null ? "" : "country=" + country + "&") + "page=" + number;
    }

    static List<Mark> marks(List<Station> stations, RegionMap map) {
        return stations.stream()
                .map(station -> {
                    Station.Position at = station.position();
                    RegionMap.Spot spot = at == null ? null : map.spot(at.longitude(), at.latitude());
                    return spot == null ? List.<Mark>of() : List.of(new Mark(station.id(), station.name(), spot));
                })
                .flatMap(List::stream)
                .toList();
    }
}
