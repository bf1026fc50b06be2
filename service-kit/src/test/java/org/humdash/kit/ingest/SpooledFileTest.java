package org.humdash.kit.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SpooledFileTest {

    @Test
    void whatWasSentIsKeptWithItsLengthAndDigest() throws IOException {
        SpooledFile file = SpooledFile.of(new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)));
        try (file) {
            assertEquals("abc", Files.readString(file.path()));
            assertEquals(3, file.bytes());
            // The example of FIPS 180-2.
            assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", file.digest());
        }
        assertFalse(Files.exists(file.path()));
    }

    @Test
    void aStreamThatBreaksIsNotTakenForAFullDisk() {
        IOException broken = new IOException("broken");
        InputStream body = new InputStream() {
            @Override
            public int read() throws IOException {
                throw broken;
            }
        };
        assertSame(broken, assertThrows(IOException.class, () -> SpooledFile.of(body)));
    }
}
