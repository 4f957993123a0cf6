package city.cockpit.sitefacts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The table {@code site_fact}. Every method blocks; any thread. */
@Repository
class SiteFactTable {

    private final JdbcClient sql;

    SiteFactTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A fact and the site of which it is said. */
    record Said(String site, Fact fact) {}

    /** What holds on that day, by site. */
    Map<String, List<Fact>> listInForce(LocalDate today) {
        return sql.sql("""
                        SELECT DISTINCT ON (site, kind) * FROM site_fact WHERE valid_from <= :today
                         ORDER BY site, kind, valid_from DESC""").param("today", today).query(SiteFactTable::said).list().stream()
                .collect(groupingBy(Said::site, mapping(Said::fact, toList())));
    }

    /** What holds on that day and later. */
    List<Fact> list(String site, LocalDate today) {
        return sql.sql("""
                        SELECT * FROM site_fact AS said
                         WHERE site = :site
                           AND NOT EXISTS (SELECT FROM site_fact AS newer
                                            WHERE newer.site = said.site AND newer.kind = said.kind
                                              AND newer.valid_from > said.valid_from AND newer.valid_from <= :today)
                         ORDER BY kind, valid_from""").param("site", site).param("today", today).query(SiteFactTable::said).list().stream()
                .map(Said::fact)
                .toList();
    }

    void write(Collection<Said> all) {
        write(all, "DO UPDATE SET value = excluded.value, source = excluded.source");
    }

    /** Only of sites and kinds of which nobody has said anything. */
    void writeWhereNothingIsSaid(Collection<Said> all) {
        var known = sql.sql("SELECT DISTINCT site, kind FROM site_fact")
                .query((row, n) -> row.getString("site") + "/" + row.getString("kind"))
                .set();
        write(
                all.stream()
                        .filter(said ->
                                !known.contains(said.site() + "/" + said.fact().kind()))
                        .toList(),
                "DO NOTHING");
    }

    private void write(Collection<Said> all, String onConflict) {
        if (all.isEmpty()) return;
        sql.sql("""
                        INSERT INTO site_fact (site, kind, value, valid_from, source)
                        SELECT * FROM unnest(:sites, :kinds, :values, :days, :sources)
                            ON CONFLICT (site, kind, valid_from)
                        """ + onConflict)
                .param("sites", texts(all.stream().map(Said::site).toList()))
                .param(
                        "kinds",
                        texts(all.stream()
                                .map(said -> said.fact().kind().name())
                                .toList()))
                .param(
                        "values",
                        texts(all.stream().map(said -> said.fact().value()).toList()))
                .param(
                        "days",
                        new SqlArrayValue(
                                "date",
                                all.stream()
                                        .map(said -> said.fact().validFrom().toString())
                                        .toArray()))
                .param(
                        "sources",
                        texts(all.stream().map(said -> said.fact().source()).toList()))
                .update();
    }

    private static SqlArrayValue texts(List<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }

    private static Said said(ResultSet row, int n) throws SQLException {
        return new Said(
                row.getString("site"),
                new Fact(
                        FactKind.valueOf(row.getString("kind")),
                        row.getString("value"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("source")));
    }
}
