package org.humdash.benchmark;

/** Something that runs and can be measured. Closing twice does nothing more. */
interface Setting extends Measuring, AutoCloseable {

    @Override
    void close();
}
