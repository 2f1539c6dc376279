package org.darya.methods.water;

import org.darya.methods.Period;
import org.darya.methods.Step;
import org.hipparchus.util.FastMath;

/** Radiation at the top of the air and length of day at a latitude, FAO-56 equations 21 to 25 and 34. */
record Sunlight(double extraterrestrial, double hours) {
    private static final double SOLAR_CONSTANT = 0.0820;

    static Sunlight at(double latitudeInDegrees, Period period) {
        int day = period.step() == Step.MONTH
                ? period.start().withDayOfMonth(15).getDayOfYear()
                : period.start().getDayOfYear();
        double turn = 2 * FastMath.PI / 365 * day;
        double distance = 1 + 0.033 * FastMath.cos(turn);
        double declination = 0.409 * FastMath.sin(turn - 1.39);
        double latitude = FastMath.toRadians(latitudeInDegrees);
        double cosine = -FastMath.tan(latitude) * FastMath.tan(declination);
        double sunset = FastMath.acos(Math.clamp(cosine, -1.0, 1.0));
        double sum = sunset * FastMath.sin(latitude) * FastMath.sin(declination)
                + FastMath.cos(latitude) * FastMath.cos(declination) * FastMath.sin(sunset);
        double radiation = 24 * 60 / FastMath.PI * SOLAR_CONSTANT * distance * sum;
        return new Sunlight(Math.max(radiation, 0), 24 / FastMath.PI * sunset);
    }
}
