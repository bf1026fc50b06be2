package org.humdash.gateway.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a webhook may lead and where not, whoever names the place and however. */
class PublicAddressesTest {

    private static final List<Integer> PORTS = List.of(443, 8443);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::8.8.8.8",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:0808:0808::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void whatIsNotInThePublicNetworkIsNotPublic(String address) throws UnknownHostException {
        assertFalse(PublicAddresses.contain(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "168.63.129.15",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2606:4700:4700::1111",
                "2a00:1450:4001:82a::200e"
            })
    void whatIsInThePublicNetworkIsPublic(String address) throws UnknownHostException {
        assertTrue(PublicAddresses.contain(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "http://hooks.example.org/|'url' has to begin with https://.",
                "ftp://hooks.example.org/|'url' has to begin with https://.",
                "file:///etc/passwd|'url' has to begin with https://.",
                "//hooks.example.org/|'url' has to begin with https://.",
                "https:///path|'url' has to name a host, in no more than 2000 characters.",
                "https://user:password@hooks.example.org/|'url' must hold no user, password or fragment.",
                "https://hooks.example.org/#part|'url' must hold no user, password or fragment.",
                "https://hooks.example.org:22/|'url' has to be on one of the ports [443, 8443].",
                "https://hooks.example.org:80/|'url' has to be on one of the ports [443, 8443].",
                "https://hooks.example.org/a b|'url' is not an address.",
                "https://hooks.example.org\\@127.0.0.1/|'url' is not an address."
            })
    void anAddressIsRefusedWithItsReason(String text, String reason) {
        Targets targets = new Targets(false, false, PORTS, InetAddress::getAllByName);

        assertEquals(
                reason,
                assertThrows(TargetRefused.class, () -> targets.read(text)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://[::1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://[fd00:ec2::254]:8443/",
                "https://localhost/"
            })
    void anAddressThatLeadsInsideIsRefusedHoweverItIsWritten(String text) throws Exception {
        Targets targets = new Targets(false, false, PORTS, InetAddress::getAllByName);
        URI url = targets.read(text);

        assertEquals(
                "The host of 'url' leads to an address that is not in the public network.",
                assertThrows(TargetRefused.class, () -> targets.address(url)).getMessage());
    }

    @Test
    void aNameWithOnePrivateAddressAmongOthersIsRefused() throws Exception {
        InetAddress[] mixed = {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};
        Targets targets = new Targets(false, false, PORTS, host -> mixed);

        assertThrows(TargetRefused.class, () -> targets.address(URI.create("https://hooks.example.org/")));
    }

    @Test
    void theAddressIsTheOneThatWasChecked() throws Exception {
        InetAddress first = InetAddress.getByName("8.8.8.8");
        InetAddress[] answers = {first, InetAddress.getByName("127.0.0.1")};
        int[] asked = new int[1];
        Targets targets = new Targets(false, false, PORTS, host ->
                new InetAddress[] {answers[Math.min(asked[0]++, answers.length - 1)]});

        assertEquals(first, targets.address(URI.create("https://hooks.example.org/")));
        assertEquals(1, asked[0]);
    }

    @Test
    void testsMayAllowWhatIsPrivate() throws Exception {
        Targets targets = new Targets(true, true, PORTS, InetAddress::getAllByName);

        assertEquals(InetAddress.getByName("127.0.0.1"), targets.address(targets.read("http://127.0.0.1:9999/hook")));
    }
}
