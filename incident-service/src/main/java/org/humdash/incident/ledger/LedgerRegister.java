package org.humdash.incident.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import org.humdash.incident.IncidentConfig;
import org.humdash.incident.ceasefire.CeasefireRegister;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.time.DayCount;

/** The day ledger as other features need it. */
@ApplicationScoped
public class LedgerRegister {

    private final LedgerService ledger;
    private final CeasefireRegister ceasefires;
    private final IncidentConfig config;

    LedgerRegister(LedgerService ledger, CeasefireRegister ceasefires, IncidentConfig config) {
        this.ledger = ledger;
        this.ceasefires = ceasefires;
        this.config = config;
    }

    /**
     * Reads the monitored days between two days.
     *
     * @param area null for the ceasefire as a whole
     * @return empty where the ceasefire is not for the reader, or none of the days is monitored
     */
    public Optional<LedgerReading> between(String ceasefire, Area area, LocalDate from, LocalDate to, ReadScope scope) {
        return ceasefires
                .terms(ceasefire, scope)
                .map(terms -> new LedgerQuestion(
                        terms,
                        scope,
                        area,
                        EnumSet.allOf(ViolationType.class),
                        config.ledgerLagDays(),
                        DayCount.INCLUSIVE))
                .flatMap(question -> question.period().within(from, to).map(part -> ledger.reading(question, part)));
    }
}
