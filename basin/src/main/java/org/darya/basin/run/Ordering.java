package org.darya.basin.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.darya.basin.model.Parameter;

/** Puts parameters in an order in which what a parameter needs comes before it. */
final class Ordering {

    private Ordering() {}

    static List<Parameter> of(List<Parameter> parameters) {
        List<Parameter> order = new ArrayList<>();
        Set<Parameter> done = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Parameter> open = new ArrayDeque<>();
        for (Parameter start : parameters) {
            open.push(start);
            while (!open.isEmpty()) {
                Parameter at = open.peek();
                List<Parameter> missing = done.contains(at)
                        ? List.of()
                        : at.needs().stream()
                                .filter(need -> !done.contains(need))
                                .toList();
                if (missing.isEmpty()) {
                    open.pop();
                    if (done.add(at)) {
                        order.add(at);
                    }
                } else {
                    // readers refuse circles, so this comes to an end
                    missing.forEach(open::push);
                }
            }
        }
        return List.copyOf(order);
    }
}
