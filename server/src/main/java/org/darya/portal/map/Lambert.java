package org.darya.portal.map;

/**
 * Lambert's conformal conic projection on the sphere, with two true parallels (Snyder, Map Projections - A Working Manual,
 * USGS 1395, 1987, pp. 106-107). Shapes of countries in middle latitudes look as people know them from their atlases.
 */
final class Lambert {
    private static final double SOUTH = Math.toRadians(38);
    private static final double NORTH = Math.toRadians(52);
    private static final double MIDDLE = Math.toRadians(66);
    private static final double N = Math.log(Math.cos(SOUTH) / Math.cos(NORTH)) / Math.log(slope(NORTH) / slope(SOUTH));
    private static final double F = Math.cos(SOUTH) * Math.pow(slope(SOUTH), N) / N;

    private Lambert() {}

    /** A place on the sheet; y grows to the south. */
    record Point(double x, double y) {}

    static Point project(double longitude, double latitude) {
        double rho = F / Math.pow(slope(Math.toRadians(latitude)), N);
        double theta = N * (Math.toRadians(longitude) - MIDDLE);
        return new Point(rho * Math.sin(theta), rho * Math.cos(theta));
    }

    private static double slope(double latitude) {
        return Math.tan(Math.PI / 4 + latitude / 2);
    }
}
