package org.humdash.incident.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.humdash.incident.source.SourceRegister;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/ceasefires/{code}/ledger")
@RunOnVirtualThread
class LedgerResource {

    private final LedgerService ledgers;
    private final SourceRegister sources;
    private final ReadClock clock;
    private final Caller caller;

    LedgerResource(LedgerService ledgers, SourceRegister sources, ReadClock clock, Caller caller) {
        this.ledgers = ledgers;
        this.sources = sources;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The day ledger of a ceasefire, added up",
            description =
                    "How many monitored days saw an attack, may have seen one, are pending, quiet or unreported;"
                            + " streaks, the rate of the last seven complete days, casualties with open bounds, and how well the"
                            + " incidents are established. It counts what is documented here, which is not what any source claims.")
    public LedgerSummary summary(String code, @Valid @BeanParam LedgerFilter filter, @BeanParam TimeTravel time) {
        LedgerQuestion question = ledgers.question(code, filter, scope(time));
        return view(question).summary(ledgers.summed(question));
    }

    @GET
    @Path("/days")
    @Operation(
            summary = "The monitored days of a ceasefire, earliest first",
            description =
                    "Each with its status, the incidents that cause it, counts by type, casualties, and which source"
                            + " reported.")
    public LedgerDays days(
            String code,
            @Valid @BeanParam LedgerFilter filter,
            @Valid @BeanParam PageFilter page,
            @BeanParam TimeTravel time) {
        LedgerQuestion question = ledgers.question(code, filter, scope(time));
        return page.of(question.period())
                .flatMap(part -> part.within(page.start(part), page.start(part).plusDays(page.limit - 1L))
                        .map(shown -> view(question)
                                .days(
                                        ledgers.days(question, shown),
                                        PageFilter.cursor(shown.to().plusDays(1), part))))
                .orElseGet(() -> view(question).noDays());
    }

    @GET
    @Path("/counts")
    @Operation(
            summary = "How many incidents began on each day, week or month of a ceasefire, by type and area",
            description =
                    "Discounted incidents are left out. A sub-type is counted in its wider type as well; incidents of"
                            + " a bucket count each one once. A page holds 'limit' days, weeks or months.")
    public LedgerCounts counts(
            String code,
            @Valid @BeanParam LedgerFilter filter,
            @BeanParam CountsFilter by,
            @Valid @BeanParam PageFilter page,
            @BeanParam TimeTravel time) {
        LedgerQuestion question = ledgers.question(code, filter, scope(time));
        LedgerView view = view(question);
        return page.of(question.period())
                .filter(part -> !page.start(part).isAfter(part.to()))
                .map(part -> {
                    var buckets = Bucket.of(part, by.length(), by.weekStart(), page.start(part), page.limit);
                    return view.counts(
                            ledgers.counted(question, part, buckets, by.cells()),
                            by,
                            by.length() == Bucket.Length.PERIOD
                                    ? null
                                    : PageFilter.cursor(buckets.getLast().to().plusDays(1), part));
                })
                .orElseGet(() -> view.noCounts(by));
    }

    private LedgerView view(LedgerQuestion question) {
        return new LedgerView(question, sources.knownAt(question.scope().knownAt()));
    }

    private ReadScope scope(TimeTravel time) {
        return time.scope(clock, caller.clearance());
    }
}
