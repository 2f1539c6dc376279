package org.darya.portal.said;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.darya.agreement.Meeting;
import org.jspecify.annotations.Nullable;

/** Meetings by year, and within the year of the summit by what came before it, belongs to it, and comes after. */
public record Timeline(List<Stretch> stretches) {
    /** Where a stretch lies. */
    public enum Part {
        BEFORE,
        SUMMIT,
        AFTER
    }

    /** Meetings of one year and part. */
    public record Stretch(int year, Part part, List<Meeting> meetings) {}

    static Timeline of(List<Meeting> meetings, String summitId) {
        Meeting summit = meetings.stream()
                .filter(meeting -> meeting.id().equals(summitId))
                .findFirst()
                .orElse(null);
        List<Stretch> stretches = new ArrayList<>();
        for (Meeting meeting : sorted(meetings, summitId)) {
            Part part = part(meeting, summit);
            int year = year(meeting);
            Stretch last = stretches.isEmpty() ? null : stretches.getLast();
            if (last == null || last.year() != year || last.part() != part) {
                last = new Stretch(year, part, new ArrayList<>());
                stretches.add(last);
            }
            last.meetings().add(meeting);
        }
        return new Timeline(stretches);
    }

    /** By date; where the summit and its sessions begin on one day, the summit goes first. */
    private static List<Meeting> sorted(List<Meeting> meetings, String summitId) {
        Meeting summit = meetings.stream()
                .filter(meeting -> meeting.id().equals(summitId))
                .findFirst()
                .orElse(null);
        return meetings.stream()
                .sorted(Comparator.comparing((Meeting meeting) -> part(meeting, summit))
                        .thenComparing(
                                meeting -> !meeting.id().equals(summitId) && part(meeting, summit) == Part.SUMMIT)
                        .thenComparing(Meeting::dates))
                .toList();
    }

    private static Part part(Meeting meeting, @Nullable Meeting summit) {
        if (summit == null) {
            return Part.BEFORE;
        }
        if (meeting == summit || summit.id().equals(meeting.partOf())) {
            return Part.SUMMIT;
        }
        LocalDate opening = summit.dates().first();
        return meeting.dates().last().isBefore(opening)
                ? Part.BEFORE
                : meeting.dates().first().isAfter(summit.dates().last()) ? Part.AFTER : Part.SUMMIT;
    }

    private static int year(Meeting meeting) {
        LocalDate first = meeting.dates().first();
        return first.equals(LocalDate.MIN) ? meeting.dates().last().getYear() : first.getYear();
    }
}
