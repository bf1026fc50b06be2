package org.humdash.gateway.answer;

import java.time.Instant;

/** The instant that stands for now where a caller names none, so that what is composed stays the same while nothing changes. */
public interface SettledNow {

    /** That of the watermark which the answer is known by; the present while there is none. */
    Instant orElse(Instant present);
}
