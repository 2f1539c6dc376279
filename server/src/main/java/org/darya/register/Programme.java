package org.darya.register;

import java.util.List;

/**
 * A bounded regional undertaking with themes, parties and years.
 *
 * @param shortTitle as people call it
 * @param lead what it is, in two or three sentences
 * @param languages BCP 47 tags in which every text is given
 * @param parties alpha-3 codes of the states that agree it
 * @param summit id of the meeting it is agreed at
 * @param declaration id of the joint declaration
 * @param action id of the programme of action
 * @param map GeoJSON of the region
 */
public record Programme(
        String id,
        LocalText title,
        LocalText shortTitle,
        LocalText lead,
        Edtf years,
        List<String> languages,
        List<String> parties,
        String summit,
        String declaration,
        String action,
        String map) {}
