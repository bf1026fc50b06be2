package org.humdash.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.humdash.gateway.account.ProxyConfig.ProxyHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressesTest {

    private static final String PROXY = "198.51.100.1";

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::ffff, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:3::1, 2001:db8:1:3:0:0:0:0/64",
        "::ffff:203.0.113.9, 203.0.113.9"
    })
    void anAddressOfIpv6IsCountedByItsNetwork(String address, String counted) {
        assertEquals(counted, new ClientAddresses(0, ProxyHeader.X_FORWARDED_FOR).of(address, List.of()));
    }

    @Test
    void noHeaderIsBelievedByDefault() {
        ClientAddresses addresses = new ClientAddresses(0, ProxyHeader.X_FORWARDED_FOR);

        assertEquals(PROXY, addresses.of(PROXY, List.of("203.0.113.9")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 203.0.113.9 | 203.0.113.9",
                "1 | 10.9.9.9, 203.0.113.9 | 203.0.113.9",
                "2 | 10.9.9.9, 203.0.113.9, 192.0.2.1 | 203.0.113.9",
                "2 | 203.0.113.9, 192.0.2.1 | 203.0.113.9",
                "1 | 203.0.113.9:51111 | 203.0.113.9",
                "1 | [2001:db8::7]:51111 | 2001:db8:0:0:0:0:0:0/64"
            })
    void onlyWhatTheOwnProxiesWroteIsBelieved(int trusted, String header, String counted) {
        assertEquals(counted, new ClientAddresses(trusted, ProxyHeader.X_FORWARDED_FOR).of(PROXY, List.of(header)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | unknown", "1 | ' '", "1 | localhost", "2 | 203.0.113.9", "1 | 203.0.113.999"})
    void whatIsNoAddressLeavesTheConnection(int trusted, String header) {
        assertEquals(PROXY, new ClientAddresses(trusted, ProxyHeader.X_FORWARDED_FOR).of(PROXY, List.of(header)));
    }

    @Test
    void linesOfAHeaderFollowEachOther() {
        assertEquals(
                "203.0.113.9",
                new ClientAddresses(2, ProxyHeader.X_FORWARDED_FOR)
                        .of(PROXY, List.of("10.9.9.9, 203.0.113.9", "192.0.2.1")));
    }

    @Test
    void theStandardHeaderIsReadWhereItIsTheOneConfigured() {
        ClientAddresses addresses = new ClientAddresses(1, ProxyHeader.FORWARDED);

        assertEquals(
                "2001:db8:1:2:0:0:0:0/64",
                addresses.of(PROXY, List.of("for=10.9.9.9, proto=https;For=\"[2001:db8:1:2::1]:4711\"")));
        assertEquals(PROXY, addresses.of(PROXY, List.of("proto=https")));
    }
}
