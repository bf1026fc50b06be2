package org.humdash.incident.incident;

import org.humdash.incident.violation.ViolationType;

/** What ACLED calls a type of violation: event type and sub-event type, after the table in the domain reference. */
final class AcledName {

    private AcledName() {}

    static String of(ViolationType type) {
        return switch (type) {
            case AIR_STRIKE -> "Explosions/Remote violence: Air/drone strike";
            case ARTILLERY_SHELLING, PROJECTILE_LAUNCH ->
                "Explosions/Remote violence: Shelling/artillery/missile attack";
            case BOMBARDMENT -> "Explosions/Remote violence";
            case CIVILIAN_SHOOTING -> "Violence against civilians: Attack";
            case GROUND_INCURSION -> "Battles";
            case ARREST -> "Strategic developments: Arrests";
            case DEMOLITION -> "Strategic developments: Looting/property destruction";
            case AID_OBSTRUCTION, OTHER -> "Strategic developments: Other";
        };
    }
}
