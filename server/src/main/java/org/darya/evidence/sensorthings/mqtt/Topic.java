package org.darya.evidence.sensorthings.mqtt;

import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.query.Options.Format;
import org.darya.evidence.sensorthings.query.OptionsParser;
import org.darya.evidence.sensorthings.query.ResourcePath;
import org.darya.evidence.sensorthings.read.Reader;

/**
 * What a subscription asks for: an address behind {@code v1.1/}, perhaps with {@code $select}, {@code $expand} and
 * {@code $filter}.
 *
 * @param name as it was written, which is what messages carry
 * @param stream the one stream it can be about; 0 for any
 */
record Topic(String name, ResourcePath path, Options options, int stream) {
    static final String PREFIX = "v1.1/";

    /** @throws StaProblem where it names nothing that changes */
    static Topic of(String name) {
        String address = bare(name);
        if (wildcard(address)) {
            throw StaProblem.bad("Topics have no wildcards here.", "Maybe subscribe to v1.1/Observations for all.");
        }
        int question = address.indexOf('?');
        ResourcePath path = ResourcePath.parse(question < 0 ? address : address.substring(0, question));
        Options options = OptionsParser.parse(
                question < 0 ? null : address.substring(question + 1).replace("+", "%2B"));
        if (options.top() != null
                || options.skip() > 0
                || !options.orderBy().isEmpty()
                || options.bucket() != null
                || options.asOf() != null
                || options.format() != Format.JSON
                || options.count() != Options.Count.NO
                || path.value()
                || path.ref()) {
            throw StaProblem.bad(
                    "A topic takes $select, $expand and $filter only.", "Maybe ask for the rest over HTTP.");
        }
        Reader.examine(path, options);
        int stream = 0;
        if (path.type() == EntityType.OBSERVATION
                && path.steps().size() == 2
                && path.steps().getFirst().type().isStream()) {
            Long id = path.steps().getFirst().id();
            stream = id == null ? 0 : id.intValue();
        }
        return new Topic(name, path, options, stream);
    }

    /** Why a topic that was refused is no good to subscribe to. */
    static Reason fault(String name) {
        return name.startsWith("$share/")
                ? Reason.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED
                : wildcard(name) ? Reason.WILDCARD_SUBSCRIPTIONS_NOT_SUPPORTED : Reason.TOPIC_FILTER_INVALID;
    }

    /**
     * The address of the set of observations that a message is published to.
     *
     * @throws StaProblem where the topic is none
     */
    static String observations(String name) {
        String address = bare(name);
        ResourcePath path = ResourcePath.parse(address);
        if (path.type() != EntityType.OBSERVATION || path.last().one() || path.ref()) {
            throw StaProblem.bad("Only observations are created by messages.", "Maybe use HTTP for the rest.");
        }
        return address;
    }

    /** A level that stands for any; within a query a plus is only a plus. */
    static boolean wildcard(String name) {
        String levels = name.replaceFirst("[?].*$", "");
        return levels.indexOf('#') >= 0 || levels.indexOf('+') >= 0;
    }

    /** The address of a topic; the path of the service may stand before it. */
    static String bare(String name) {
        String address = name.startsWith("/") ? name.substring(1) : name;
        address = address.startsWith("sta/") ? address.substring(4) : address;
        if (!address.startsWith(PREFIX)) {
            throw StaProblem.bad("Topics begin with v1.1/.", "Maybe v1.1/Observations was meant.");
        }
        return address.substring(PREFIX.length());
    }
}
