package org.darya.basin.model;

import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/** A node with a volume: a reservoir, or an account (virtual storage) that flows elsewhere draw on. */
public class Store extends Node {

    /** Volumes this close to a bound are put on the bound, so that rounding does not leave a film of water. */
    public static final double SNAP = 1e-6;

    /** Least volume. */
    public Quantity minVolume;

    /** Greatest volume. */
    public Quantity maxVolume;

    /** Volume before the first step, for each scenario; null if a share of the greatest volume is given instead. */
    public @Nullable Quantity initialVolume;

    /** Level of the water surface, if known. */
    public @Nullable Quantity level;

    /** Area of the water surface, if known. */
    public @Nullable Quantity area;

    /** Volume after the last step for each scenario. */
    public final double[] volume;

    /** Volume as a share of the greatest volume after the last step, for each scenario. */
    public final double[] fraction;

    private @Nullable Quantity initialFraction;

    /** See {@link Node#Node}. */
    public Store(String name, String type, int size) {
        super(name, type, size);
        this.minVolume = Quantity.fixed(size, 0);
        this.maxVolume = Quantity.fixed(size, 0);
        this.initialVolume = Quantity.fixed(size, 0);
        this.volume = new double[size];
        this.fraction = new double[size];
    }

    /**
     * Says how the store starts: with a volume, with a share of its greatest volume, or, where that volume is not known
     * before the first step, with both.
     */
    public final void startAt(@Nullable Quantity first, @Nullable Quantity share) {
        this.initialVolume = first;
        this.initialFraction = share;
    }

    /** True if the first volume follows from plain numbers. */
    public final boolean startsFixed() {
        boolean known = initialVolume == null || initialVolume.fixed();
        if (initialFraction == null || initialVolume == null) {
            return known && maxVolume.fixed() && (initialFraction == null || initialFraction.fixed());
        }
        return known && initialFraction.fixed();
    }

    @Override
    public void reset() {
        super.reset();
        for (int s = 0; s < volume.length; s++) {
            restart(s);
        }
    }

    /** Goes back to the volume before the first step. */
    protected final void restart(int s) {
        Quantity first = initialVolume;
        Quantity share = initialFraction;
        double max = maxVolume.at(s);
        volume[s] = first != null ? first.at(s) : share != null ? share.at(s) * max : 0;
        fraction[s] = share != null ? share.at(s) : share(volume[s], max);
    }

    /** Takes the greatest volume. */
    protected final void fillUp(int s) {
        volume[s] = maxVolume.at(s);
        fraction[s] = share(volume[s], volume[s]);
    }

    /** How full the store is, from 0 to 1, as rules see it: one without room counts as full. */
    public final double filled(int s) {
        double share = fraction[s];
        return share >= 0 ? Math.min(share, 1) : share < 0 ? 0 : 1;
    }

    /** Adds the net flow of the step to the volume. */
    public void update(Step step, int s) {
        settle(s, volume[s] + flow[s] * step.days());
    }

    /** Sets the volume, put on a bound that it is within {@link #SNAP} of. */
    protected final void settle(int s, double newVolume) {
        double max = maxVolume.at(s);
        volume[s] = settled(newVolume, minVolume.at(s), max);
        fraction[s] = share(volume[s], max);
    }

    /** A volume, put on a bound that it is within {@link #SNAP} of. */
    public static double settled(double volume, double min, double max) {
        return Math.abs(volume - min) < SNAP ? min : Math.abs(volume - max) < SNAP ? max : volume;
    }

    /** Volume as a share of the greatest; NaN if there is no room at all. */
    public static double share(double volume, double max) {
        return max == 0 ? Double.NaN : volume / max;
    }
}
