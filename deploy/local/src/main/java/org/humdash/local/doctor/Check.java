package org.humdash.local.doctor;

import java.util.List;

/** Looks at one kind of thing. What cannot be looked at is a finding too, and no exception. */
interface Check {

    List<Finding> look() throws InterruptedException;
}
