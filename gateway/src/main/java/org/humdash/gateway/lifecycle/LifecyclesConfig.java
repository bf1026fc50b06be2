package org.humdash.gateway.lifecycle;

import java.util.Map;

/** Under {@code humdash.gateway}: what will go away. */
public interface LifecyclesConfig {

    /** What will go away, by path with everything below it: {@code humdash.gateway.lifecycle."/api/v1/claims".sunset}. */
    Map<String, LifecycleConfig> lifecycle();
}
