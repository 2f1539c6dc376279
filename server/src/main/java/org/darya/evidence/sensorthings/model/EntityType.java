package org.darya.evidence.sensorthings.model;

import static org.darya.evidence.sensorthings.model.Property.Kind.COMPUTED;
import static org.darya.evidence.sensorthings.model.Property.Kind.GEOMETRY;
import static org.darya.evidence.sensorthings.model.Property.Kind.INSTANT;
import static org.darya.evidence.sensorthings.model.Property.Kind.INTERVAL;
import static org.darya.evidence.sensorthings.model.Property.Kind.JSON;
import static org.darya.evidence.sensorthings.model.Property.Kind.RESULT;
import static org.darya.evidence.sensorthings.model.Property.Kind.TEXT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.darya.evidence.sensorthings.model.Navigation.Join;
import org.jspecify.annotations.Nullable;

/** The entity types of 18-088 section 8, and Party and License of STAplus (22-022). */
public enum EntityType {
    THING("Things", "Thing", "thing"),
    LOCATION("Locations", "Location", "location"),
    HISTORICAL_LOCATION("HistoricalLocations", "HistoricalLocation", "historical_location"),
    DATASTREAM("Datastreams", "Datastream", "datastream"),
    MULTI_DATASTREAM("MultiDatastreams", "MultiDatastream", "datastream"),
    SENSOR("Sensors", "Sensor", "sensor"),
    OBSERVED_PROPERTY("ObservedProperties", "ObservedProperty", "observed_property"),
    OBSERVATION("Observations", "Observation", "observation"),
    FEATURE_OF_INTEREST("FeaturesOfInterest", "FeatureOfInterest", "feature"),
    PARTY("Parties", "Party", "party"),
    LICENSE("Licenses", "License", "license");

    private final String set;
    private final String single;
    private final String table;
    private final List<Property> properties = new ArrayList<>();
    private final List<Navigation> navigations = new ArrayList<>();
    private final Map<String, Property> propertyByName = new HashMap<>();
    private final Map<String, Navigation> navigationByName = new HashMap<>();

    EntityType(String set, String single, String table) {
        this.set = set;
        this.single = single;
        this.table = table;
    }

    /** Name of the set in addresses. */
    public String set() {
        return set;
    }

    /** Name of one. */
    public String single() {
        return single;
    }

    /** Table with its schema. */
    public String table() {
        return "observation." + table;
    }

    /** Name in the history of former values. */
    public String kind() {
        return table;
    }

    public List<Property> properties() {
        return properties;
    }

    public List<Navigation> navigations() {
        return navigations;
    }

    public @Nullable Property property(String name) {
        return propertyByName.get(name);
    }

    public @Nullable Navigation navigation(String name) {
        return navigationByName.get(name);
    }

    /** Whether rows of the table are of this type, for the two types that share one; a condition on an alias or null. */
    public @Nullable String condition(String alias) {
        return switch (this) {
            case DATASTREAM -> "not " + alias + ".multi";
            case MULTI_DATASTREAM -> alias + ".multi";
            default -> null;
        };
    }

    public boolean isStream() {
        return this == DATASTREAM || this == MULTI_DATASTREAM;
    }

    /** The type whose set has this name, or null. */
    public static @Nullable EntityType ofSet(String name) {
        return BY_SET.get(name);
    }

    private static final Map<String, EntityType> BY_SET = new HashMap<>();

    private EntityType has(String name, Property.Kind kind, boolean required, String column) {
        var property = new Property(name, column, kind, required);
        properties.add(property);
        propertyByName.put(name, property);
        return this;
    }

    private EntityType needs(String name, Property.Kind kind) {
        return has(name, kind, true, snake(name));
    }

    private EntityType may(String name, Property.Kind kind) {
        return has(name, kind, false, snake(name));
    }

    private EntityType leads(String name, EntityType target, boolean many, boolean required, Join join) {
        var navigation = new Navigation(name, target, many, required, join);
        navigations.add(navigation);
        navigationByName.put(name, navigation);
        return this;
    }

    private EntityType one(EntityType target, String column, boolean required) {
        return leads(target.single, target, false, required, new Join.Holds(column));
    }

    private EntityType many(EntityType target, String column) {
        return leads(target.set, target, true, false, new Join.HeldBy(column));
    }

    private EntityType pairs(EntityType target, String table, String here, String there) {
        return leads(target.set, target, true, false, new Join.Pairs("observation." + table, here, there));
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    static {
        for (EntityType type : values()) {
            BY_SET.put(type.set, type);
        }
        THING.needs("name", TEXT)
                .needs("description", TEXT)
                .may("properties", JSON)
                .many(DATASTREAM, "thing")
                .many(MULTI_DATASTREAM, "thing")
                .pairs(LOCATION, "thing_location", "thing", "location")
                .many(HISTORICAL_LOCATION, "thing")
                .one(PARTY, "party", false);
        LOCATION.needs("name", TEXT)
                .needs("description", TEXT)
                .needs("encodingType", TEXT)
                .needs("location", GEOMETRY)
                .may("properties", JSON)
                .pairs(THING, "thing_location", "location", "thing")
                .pairs(HISTORICAL_LOCATION, "historical_location_location", "location", "historical_location");
        HISTORICAL_LOCATION
                .needs("time", INSTANT)
                .one(THING, "thing", true)
                .pairs(LOCATION, "historical_location_location", "historical_location", "location");
        DATASTREAM
                .needs("name", TEXT)
                .needs("description", TEXT)
                .needs("observationType", TEXT)
                .has("unitOfMeasurement", JSON, true, "unit")
                .may("observedArea", GEOMETRY)
                .may("phenomenonTime", COMPUTED)
                .may("resultTime", COMPUTED)
                .may("properties", JSON)
                .one(THING, "thing", true)
                .one(SENSOR, "sensor", true)
                .one(OBSERVED_PROPERTY, "observed_property", true)
                .many(OBSERVATION, "datastream")
                .one(PARTY, "party", false)
                .one(LICENSE, "license", false);
        MULTI_DATASTREAM
                .needs("name", TEXT)
                .needs("description", TEXT)
                .may("observationType", TEXT)
                .has("multiObservationDataTypes", JSON, true, "data_types")
                .has("unitOfMeasurements", JSON, true, "unit")
                .may("observedArea", GEOMETRY)
                .may("phenomenonTime", COMPUTED)
                .may("resultTime", COMPUTED)
                .may("properties", JSON)
                .one(THING, "thing", true)
                .one(SENSOR, "sensor", true)
                .leads(
                        "ObservedProperties",
                        OBSERVED_PROPERTY,
                        true,
                        true,
                        new Join.Pairs("observation.datastream_property", "datastream", "observed_property"))
                .many(OBSERVATION, "datastream")
                .one(PARTY, "party", false)
                .one(LICENSE, "license", false);
        SENSOR.needs("name", TEXT)
                .needs("description", TEXT)
                .needs("encodingType", TEXT)
                .needs("metadata", JSON)
                .may("properties", JSON)
                .many(DATASTREAM, "sensor")
                .many(MULTI_DATASTREAM, "sensor");
        OBSERVED_PROPERTY
                .needs("name", TEXT)
                .needs("definition", TEXT)
                .needs("description", TEXT)
                .may("properties", JSON)
                .many(DATASTREAM, "observed_property")
                .pairs(MULTI_DATASTREAM, "datastream_property", "observed_property", "datastream");
        OBSERVATION
                .may("phenomenonTime", INTERVAL)
                .may("result", RESULT)
                .may("resultTime", INSTANT)
                .may("resultQuality", JSON)
                .may("validTime", INTERVAL)
                .may("parameters", JSON)
                .one(DATASTREAM, "datastream", false)
                .one(MULTI_DATASTREAM, "datastream", false)
                .one(FEATURE_OF_INTEREST, "feature", false);
        FEATURE_OF_INTEREST
                .needs("name", TEXT)
                .needs("description", TEXT)
                .needs("encodingType", TEXT)
                .needs("feature", GEOMETRY)
                .may("properties", JSON)
                .many(OBSERVATION, "feature");
        PARTY.needs("description", TEXT)
                .may("displayName", TEXT)
                .may("authId", TEXT)
                .needs("role", TEXT)
                .may("properties", JSON)
                .many(DATASTREAM, "party")
                .many(MULTI_DATASTREAM, "party")
                .many(THING, "party");
        LICENSE.needs("name", TEXT)
                .needs("definition", TEXT)
                .needs("description", TEXT)
                .may("logo", TEXT)
                .may("attributionText", TEXT)
                .may("properties", JSON)
                .many(DATASTREAM, "license")
                .many(MULTI_DATASTREAM, "license");
    }
}
