package org.humdash.gateway.parameter;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.humdash.gateway.answer.SettledNow;
import org.humdash.gateway.language.LanguageChoice;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.text.Language;

/** Reads which ceasefire, place, time and language are meant, with the configured defaults. */
@ApplicationScoped
public class CommonParameters {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private final Gazetteer gazetteer = Gazetteer.palestine();
    private final Clock clock;
    private final SettledNow settled;
    private final ZoneId timeZone;
    private final String defaultCeasefire;
    private final Area defaultArea;

    /** @throws IllegalArgumentException if the default area does not exist */
    public CommonParameters(DefaultsConfig config, Clock clock, SettledNow settled) {
        this.clock = clock;
        this.settled = settled;
        this.timeZone = config.timeZone();
        this.defaultCeasefire = config.defaultCeasefire();
        String area = config.defaultArea();
        this.defaultArea = gazetteer
                .find(area)
                .orElseThrow(() -> new IllegalArgumentException(
                        "humdash.gateway.situation.default-area must be a P-code that is known, but is " + area));
    }

    /** @throws HttpProblem if it is not the code of a ceasefire; whether there is such a one is for the services to say */
    public String ceasefire(Parameters parameters) {
        String code = parameters.text("ceasefire").orElse(defaultCeasefire);
        if (!CODE.matcher(code).matches()) {
            throw Parameters.refused(
                    "ceasefire", Parameters.quoted(code) + " is not the code of a ceasefire.", defaultCeasefire);
        }
        return code;
    }

    /** @throws HttpProblem if it is not a P-code that is known */
    public Area area(Parameters parameters) {
        return parameters.text("area").map(this::area).orElse(defaultArea);
    }

    /** Whether it is the area that the ceasefire is about as a whole. */
    public boolean isWhole(Area area) {
        return area.equals(defaultArea);
    }

    /** The day in Gaza. */
    public LocalDate today() {
        return dayOf(clock.instant());
    }

    /** The day of an instant in Gaza. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, timeZone);
    }

    /** When a day begins in Gaza. */
    public Instant beginningOf(LocalDate day) {
        return day.atStartOfDay(timeZone).toInstant();
    }

    /** Whether the instant is not in the future. It may be after {@link #now()}. */
    public boolean hasBeen(Instant instant) {
        return !instant.isAfter(clock.instant());
    }

    /** The same while nothing changes, where that can be known; to the millisecond, so that it is as long in every answer. */
    public Instant now() {
        return settled.orElse(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * {@code lang}, or what the header asks for.
     *
     * @param acceptLanguage may be null
     * @throws HttpProblem if {@code lang} is neither {@code en} nor {@code ar}
     */
    public Language language(Parameters parameters, String acceptLanguage) {
        return parameters
                .text("lang")
                .map(code -> LanguageChoice.ofCode(code)
                        .orElseThrow(() ->
                                Parameters.refused("lang", Parameters.quoted(code) + " is neither en nor ar.", "ar")))
                .orElseGet(() -> LanguageChoice.ofHeader(acceptLanguage));
    }

    private Area area(String text) {
        return gazetteer
                .find(text)
                .orElseThrow(() -> Parameters.refused(
                        "area",
                        Parameters.quoted(text) + " is not a P-code of the gazetteer.",
                        defaultArea.pcode().value()));
    }
}
