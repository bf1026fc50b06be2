package org.humdash.incident.violation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.humdash.vocabulary.text.BilingualText;

/** The kinds of alleged violation, whichever party they are alleged against. */
public enum ViolationType {
    BOMBARDMENT(null, "Bombardment (not specified further)", "قصف (غير محدد)", true),
    AIR_STRIKE(BOMBARDMENT, "Air strike", "غارة جوية", true),
    ARTILLERY_SHELLING(BOMBARDMENT, "Artillery shelling", "قصف مدفعي", true),
    CIVILIAN_SHOOTING(null, "Shooting of civilians", "إطلاق نار على مدنيين", true),
    GROUND_INCURSION(null, "Ground incursion", "توغل بري", true),
    ARREST(null, "Arrest", "اعتقال", false),
    DEMOLITION(null, "Demolition", "هدم", true),
    AID_OBSTRUCTION(null, "Obstruction of aid", "عرقلة المساعدات", false),
    PROJECTILE_LAUNCH(null, "Projectile launch", "إطلاق مقذوفات", true),
    OTHER(null, "Other", "أخرى", false);

    private final ViolationType parent;
    private final BilingualText label;
    private final boolean attack;

    ViolationType(ViolationType parent, String en, String ar, boolean attack) {
        this.parent = parent;
        this.label = new BilingualText(en, ar);
        this.attack = attack;
    }

    /** The wider type this one is counted under as well; empty for a type of its own. */
    public Optional<ViolationType> parent() {
        return Optional.ofNullable(parent);
    }

    public BilingualText label() {
        return label;
    }

    /** These types and the sub-types they contain: BOMBARDMENT contains AIR_STRIKE and ARTILLERY_SHELLING. */
    public static Set<ViolationType> withSubTypes(Collection<ViolationType> types) {
        Set<ViolationType> all = EnumSet.noneOf(ViolationType.class);
        for (ViolationType type : values()) {
            if (types.contains(type) || type.parent().filter(types::contains).isPresent()) {
                all.add(type);
            }
        }
        return all;
    }

    /** The types whose incidents make a day an attack day unless a ceasefire monitors others. */
    public static Set<ViolationType> defaultAttackTypes() {
        Set<ViolationType> attacks = EnumSet.noneOf(ViolationType.class);
        for (ViolationType type : values()) {
            if (type.attack) {
                attacks.add(type);
            }
        }
        return attacks;
    }
}
