package org.humdash.humanitarian.alert;

/** What a message does, as CAP has it. */
enum MessageType {
    ALERT,
    UPDATE,
    CANCEL,
    ACK,
    ERROR
}
