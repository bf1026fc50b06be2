package org.humdash.benchmark;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Pages of a hundred incidents with three filters: ours, and the bare statement for the same page. */
final class IncidentPages {

    /** A page is so short that Java has translated what makes it only after more than a thousand. */
    private static final Repeated ASKED = new Repeated(1_500, 101);

    private static final int SIZE = 100;
    private static final int DEEP = 1_000;
    private static final int AT_ONCE = 1_000;

    private static final String TYPE = "AIR_STRIKE";
    private static final String AREA = "PS02";
    private static final String PATH =
            "/api/v1/incidents?ceasefire=" + IncidentSamples.CEASEFIRE + "&type=" + TYPE + "&area=" + AREA + "&limit=";

    private static final String INCIDENTS = """
            select i.* from incident i
            where i.ceasefire = ? and i.type = ? and i.adm1 = ?
            and i.superseded_at is null and i.duplicate_of is null and i.status = 'PUBLISHED' and i.sensitivity <> 'SEVERE'
            order by i.occurred_from desc, i.id desc limit ?""";

    private static final String REPORTS =
            "select r.* from incident_report r where r.incident_revision_id = any(?) order by r.incident_revision_id, r.number";

    private final ServiceDatabase database;
    private final RunningService service;

    IncidentPages(ServiceDatabase database, RunningService service) {
        this.database = database;
        this.service = service;
    }

    List<Measurement> measure(String size) throws IOException, SQLException, InterruptedException {
        Cursor deep = cursor();
        Repeated.Compared first = comparedWithBare();
        double last = ASKED.median(() -> service.get(PATH + SIZE + "&cursor=" + deep.value()));
        return List.of(
                new Measurement(
                        "first page of " + size + ", to bare SQL", first.ours(), first.limit(), "ms", Goal.atMost(3)),
                new Measurement(
                        "page " + deep.page() + " of " + size + ", to the first",
                        last,
                        first.ours(),
                        "ms",
                        Goal.atMost(1.5)));
    }

    /** Where a page begins. */
    private record Cursor(int page, String value) {}

    /** The thousandth page, or the last full one before it. Cursors fit pages of any size. */
    private Cursor cursor() throws IOException, InterruptedException {
        String cursor = null;
        int page = 1;
        while (page < DEEP) {
            int limit = Math.min(AT_ONCE, (DEEP - page) * SIZE);
            String next = JsonField.named("nextCursor")
                    .in(service.get(PATH + limit + (cursor == null ? "" : "&cursor=" + cursor)))
                    .orElse(null);
            if (next == null) {
                break;
            }
            cursor = next;
            page += limit / SIZE;
        }
        if (cursor == null) {
            throw new IllegalStateException("There are too few incidents for a second page");
        }
        return new Cursor(page, cursor);
    }

    private Repeated.Compared comparedWithBare() throws SQLException, IOException, InterruptedException {
        try (Connection connection = database.connect();
                PreparedStatement incidents = connection.prepareStatement(INCIDENTS);
                PreparedStatement reports = connection.prepareStatement(REPORTS)) {
            incidents.setString(1, IncidentSamples.CEASEFIRE);
            incidents.setString(2, TYPE);
            incidents.setString(3, AREA);
            incidents.setInt(4, SIZE);
            return ASKED.inTurns(() -> service.get(PATH + SIZE), () -> {
                Array ids = connection.createArrayOf(
                        "bigint",
                        BareRows.read(incidents).stream().map(row -> row[0]).toArray());
                reports.setArray(1, ids);
                BareRows.read(reports);
            });
        }
    }
}
