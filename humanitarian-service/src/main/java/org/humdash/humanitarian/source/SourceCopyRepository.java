package org.humdash.humanitarian.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

@ApplicationScoped
class SourceCopyRepository implements PanacheRepositoryBase<SourceCopy, String> {

    /** Keeps a copy, unless another request was faster. */
    void add(SourceSummary source, Instant fetchedAt) {
        getEntityManager()
                .createNativeQuery("""
                        insert into source_copy (code, name_en, name_ar, kind, fetched_at)
                        values (:code, :nameEn, :nameAr, :kind, :fetchedAt)
                        on conflict (code) do nothing""")
                .setParameter("code", source.code())
                .setParameter("nameEn", source.name().en())
                .setParameter("nameAr", source.name().ar())
                .setParameter("kind", source.kind())
                .setParameter("fetchedAt", OffsetDateTime.ofInstant(fetchedAt, ZoneOffset.UTC))
                .executeUpdate();
    }
}
