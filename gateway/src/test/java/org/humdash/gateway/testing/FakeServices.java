package org.humdash.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.Map;

/** Starts both services as fakes and points the gateway at them; hands them to fields marked with the annotations. */
public class FakeServices implements QuarkusTestResourceLifecycleManager {

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    public @interface Incident {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    public @interface Humanitarian {}

    private final Map<String, String> further = new HashMap<>();
    private FakeService incident;
    private FakeService humanitarian;

    /** Takes further configuration of the gateway. */
    @Override
    public void init(Map<String, String> initArgs) {
        further.putAll(initArgs);
    }

    @Override
    public Map<String, String> start() {
        incident = new FakeService();
        humanitarian = new FakeService();
        Map<String, String> configuration = new HashMap<>(further);
        configuration.put("humdash.gateway.incident-url", incident.origin());
        configuration.put("humdash.gateway.humanitarian-url", humanitarian.origin());
        return configuration;
    }

    @Override
    public void stop() {
        incident.close();
        humanitarian.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                incident, new TestInjector.AnnotatedAndMatchesType(Incident.class, FakeService.class));
        injector.injectIntoFields(
                humanitarian, new TestInjector.AnnotatedAndMatchesType(Humanitarian.class, FakeService.class));
    }
}
