package org.darya.evidence.sensorthings.store;

import java.math.BigDecimal;
import java.util.Set;
import org.darya.evidence.ValueStatus;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.time.Instants;
import org.darya.evidence.sensorthings.time.Interval;
import org.darya.platform.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an observation of its JSON. */
public final class ObservationJson {
    private static final Set<String> RARE = Set.of("resultQuality", "validTime", "parameters");

    private ObservationJson() {}

    /**
     * @param results how many results the stream wants: 0 for a Datastream, else the properties of a MultiDatastream
     */
    public static NewObservation read(ObjectNode body, int stream, int results, int feature) {
        JsonNode time = body.get("phenomenonTime");
        Interval phenomenon = time == null || time.isNull()
                ? new Interval(Instants.now(), Instants.NONE)
                : Interval.parse(time.asString());
        JsonNode resultTime = body.get("resultTime");
        long resulted =
                resultTime == null || resultTime.isNull() ? Instants.NONE : Instants.parse(resultTime.asString());
        return of(stream, results, feature, phenomenon, body.get("result"), resulted, rare(body));
    }

    /** What is rare of an observation's members; null where there is nothing. */
    public static @Nullable ObjectNode rare(ObjectNode body) {
        ObjectNode detail = null;
        for (String name : RARE) {
            JsonNode value = body.get(name);
            if (value != null && !value.isNull()) {
                detail = detail == null ? Bodies.JSON.createObjectNode() : detail;
                if (name.equals("validTime")) {
                    Interval valid = Interval.parse(value.asString());
                    detail.putArray(name).add(Instants.write(valid.start())).add(Instants.write(valid.last()));
                } else if (name.equals("parameters") && !value.isObject()) {
                    throw StaProblem.bad("parameters must be an object.", "Maybe they were written as a text.");
                } else {
                    detail.set(name, value);
                }
            }
        }
        return detail;
    }

    public static NewObservation of(
            int stream,
            int results,
            int feature,
            Interval time,
            @Nullable JsonNode result,
            long resultTime,
            @Nullable ObjectNode rare) {
        ObjectNode detail = rare;
        if (result == null || result.isNull()) {
            missing(detail);
            return new NewObservation(
                    stream, feature, time, null, resultTime, detail == null ? null : detail.toString());
        }
        if (results > 0 && (!result.isArray() || result.size() != results)) {
            throw StaProblem.bad(
                    "The result of a MultiDatastream of %d properties is %s."
                            .formatted(results, StaProblem.shown(result.toString())),
                    "Maybe give an array with one result for each of its ObservedProperties, in their order.");
        }
        Double number = result.isNumber() ? exact(result) : null;
        if (number == null) {
            detail = detail == null ? Bodies.JSON.createObjectNode() : detail;
            detail.set("result", result);
            double near = result.isNumber() ? result.doubleValue() : Double.NaN;
            number = Double.isFinite(near) ? near : null;
        }
        return new NewObservation(stream, feature, time, number, resultTime, detail == null ? null : detail.toString());
    }

    /** The double that stands for exactly this number; null where none does, so that its digits are kept beside it. */
    private static @Nullable Double exact(JsonNode number) {
        if (number.isInt()) {
            return number.doubleValue();
        }
        double value = number.doubleValue();
        return Double.isFinite(value) && BigDecimal.valueOf(value).compareTo(number.decimalValue()) == 0 ? value : null;
    }

    /** An observation without a result says why there is none. */
    private static void missing(@Nullable ObjectNode detail) {
        JsonNode quality = detail == null ? null : detail.get("resultQuality");
        if (quality != null) {
            String status = quality.isString()
                    ? quality.asString()
                    : quality.path("status").asString("");
            for (ValueStatus known : ValueStatus.values()) {
                if (known.missing() && Words.of(known).equals(status)) {
                    return;
                }
            }
        }
        throw StaProblem.bad(
                "The observation has no result.",
                "Maybe say why with \"resultQuality\": {\"status\": \"not-reported\"} or \"not-applicable\".");
    }

    /** The members of an observation that is kept, to be changed and read again. */
    static ObjectNode write(NewObservation kept) {
        ObjectNode body = Bodies.JSON.createObjectNode();
        body.put("phenomenonTime", kept.time().toString());
        if (kept.resultTime() != Instants.NONE) {
            body.put("resultTime", Instants.write(kept.resultTime()));
        }
        String detail = kept.detail();
        if (kept.result() != null) {
            body.put("result", kept.result());
        }
        if (detail != null) {
            ObjectNode rare = Bodies.object(Bodies.JSON.readTree(detail));
            JsonNode valid = rare.remove("validTime");
            body.setAll(rare);
            if (valid != null) {
                body.put(
                        "validTime",
                        valid.get(0).asString() + "/" + valid.get(1).asString());
            }
        }
        return body;
    }
}
