package org.duban.intake;

import java.util.List;
import java.util.Optional;
import org.duban.kernel.UnitCode;

/** The city's units, as far as reading a list needs them. */
interface UnitNames {

    /** @param workable whether work can be handed to it today */
    record Named(UnitCode code, String name, String shortName, boolean workable) {}

    /** By full name, short name, alias or code. */
    Optional<Named> find(String phrase);

    /** Counties and zones: those meant by 各县(市、区). */
    List<Named> counties();

    /** Every unit, to suggest a name close to a mistyped one. */
    List<Named> all();
}
