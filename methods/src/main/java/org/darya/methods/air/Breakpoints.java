package org.darya.methods.air;

import java.util.ArrayList;
import java.util.List;

/** A piecewise linear scale from concentration to index; each piece has its own lower end after the truncation. */
record Breakpoints(int decimals, List<Piece> pieces) {

    record Piece(double fromConcentration, double toConcentration, int fromIndex, int toIndex) {}

    /** Upper concentrations of the six pieces; the next piece begins one truncation step above. */
    static Breakpoints of(int decimals, double... upper) {
        int[] index = {0, 50, 100, 150, 200, 300, 500};
        double step = Math.pow(10, -decimals);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < upper.length; i++) {
            double from = i == 0 ? 0 : upper[i - 1] + step;
            pieces.add(new Piece(from, upper[i], i == 0 ? 0 : index[i] + 1, index[i + 1]));
        }
        return new Breakpoints(decimals, List.copyOf(pieces));
    }

    /** The same scale with its lower pieces taken away: 1-hour ozone begins at index 101. */
    Breakpoints from(int piece, double fromConcentration) {
        Piece first = pieces.get(piece);
        List<Piece> rest = new ArrayList<>(pieces.subList(piece + 1, pieces.size()));
        rest.addFirst(new Piece(fromConcentration, first.toConcentration(), first.fromIndex(), first.toIndex()));
        return new Breakpoints(decimals, List.copyOf(rest));
    }

    double truncate(double concentration) {
        double factor = Math.pow(10, decimals);
        return Math.floor(concentration * factor + 1e-6) / factor;
    }

    double lowest() {
        return pieces.getFirst().fromConcentration();
    }

    double highest() {
        return pieces.getLast().toConcentration();
    }

    /** The index before rounding; above the scale the last piece is prolonged. */
    double index(double concentration) {
        double c = truncate(concentration);
        Piece piece = pieces.stream()
                .filter(p -> c <= p.toConcentration() + 1e-9)
                .findFirst()
                .orElse(pieces.getLast());
        double slope = (piece.toIndex() - piece.fromIndex()) / (piece.toConcentration() - piece.fromConcentration());
        return slope * (c - piece.fromConcentration()) + piece.fromIndex();
    }
}
