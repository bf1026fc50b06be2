package org.humdash.gateway.meter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.File;

/** How full the disk is that temporary files are kept on. */
@ApplicationScoped
class TemporaryDisk {

    private final MeterRegistry registry;

    TemporaryDisk(MeterRegistry registry) {
        this.registry = registry;
    }

    void show(@Observes StartupEvent event) {
        new DiskSpaceMetrics(new File(System.getProperty("java.io.tmpdir"))).bindTo(registry);
    }
}
