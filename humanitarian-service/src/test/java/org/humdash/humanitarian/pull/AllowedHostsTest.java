package org.humdash.humanitarian.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private static final AllowedHosts PUBLIC = new AllowedHosts(Set.of("data.example.org", "localhost"), false);

    @Test
    void aHostOnTheListMayBeAsked() {
        assertNull(PUBLIC.objection(URI.create("https://Data.Example.org/file.json?x=1")));
    }

    @ParameterizedTest
    @CsvSource({
        "http://data.example.org/x, Only https addresses are fetched",
        "file:///etc/passwd, Only https addresses are fetched",
        "jar:file:/x!/y, Only https addresses are fetched",
        "//data.example.org/x, Only https addresses are fetched",
        "https://me:secret@data.example.org/x, An address must not have a user or a password in it",
        "https:///x, The address has no host",
        "https://example.org/x, The host example.org is not on the operator's list of hosts that files are fetched from",
        "https://sub.data.example.org/x, The host sub.data.example.org is not on the operator's list of hosts that files are fetched from",
        "https://data.example.org.evil.net/x, The host data.example.org.evil.net is not on the operator's list of hosts that files are fetched from",
        "https://169.254.169.254/x, The host 169.254.169.254 is not on the operator's list of hosts that files are fetched from"
    })
    void anythingElseMayNot(String url, String objection) {
        assertEquals(objection, PUBLIC.objection(URI.create(url)));
    }

    @Test
    void aHostOnTheListWithAPrivateAddressMayOnlyBeAskedWhereThatIsAllowed() throws PullFailed {
        URI url = URI.create("https://localhost/x");
        PullFailed failed = assertThrows(PullFailed.class, () -> PUBLIC.require(url));
        assertEquals("The host localhost has an address in a private network", failed.getMessage());
        new AllowedHosts(Set.of("localhost"), true).require(URI.create("http://localhost/x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "192.168.1.1",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1"
            })
    void privateAddressesAreKnown(String address) throws UnknownHostException {
        assertEquals(false, AllowedHosts.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "193.0.0.1", "2a00:1450::1"})
    void publicAddressesAreKnown(String address) throws UnknownHostException {
        assertEquals(true, AllowedHosts.isPublic(InetAddress.getByName(address)));
    }
}
